package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.plan.Carry;
import dev.payweek.plan.Rollover;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Conditional;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The ledger as a whole. */
final class LedgerEndpoints {

    private LedgerEndpoints() {}

    @Schema("LedgerUpdate")
    record LedgerBody(
            @Text(max = LedgerSettings.MAX_NAME) Optional<String> name,
            @Text(max = 3) Optional<String> currency,
            @Text(max = 64) Optional<String> zone,
            Optional<Integer> nearPercent,
            Optional<CarryJson> carry) {}

    @Schema("Carry")
    record CarryJson(Rollover.Policy mode, Optional<Money> cap, Optional<LocalDate> from) {

        Carry carry() {
            return new Carry(mode, cap, from);
        }
    }

    @Schema("Ledger")
    record LedgerJson(
            String name,
            String currency,
            String zone,
            int nearPercent,
            CarryJson carry,
            long version,
            LocalDate today) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/ledger", Access.READ, "Shows what holds for the ledger.", LedgerEndpoints::get)
                        .giving(LedgerJson.class),
                Route.of("PATCH", "/ledger", Access.WRITE, "Changes what is given.", LedgerEndpoints::patch)
                        .taking(LedgerBody.class)
                        .giving(LedgerJson.class));
    }

    private static Response get(Call call) {
        return call.view(view -> toJson(view, view.version(), view.today()));
    }

    private static Response patch(Call call) {
        JsonNode tree = call.json();
        LedgerBody body = call.read(tree, LedgerBody.class, currency(call, tree));
        return call.changeLedger(edit -> {
            var faults = new Faults();
            Optional<LedgerSettings> settings = faults.read("", () -> settings(edit.settings(), body));
            Optional<Carry> carry = body.carry().flatMap(one -> faults.read("/carry", one::carry));
            faults.refuseIfAny();
            settings.ifPresent(edit::change);
            carry.ifPresent(edit::carry);
            // The edit's own day is that of the zone before.
            LocalDate today = LocalDate.ofInstant(
                    call.budget().clock().instant(), edit.settings().zone());
            return ChangeResult.done(
                    Conditional.ledgerVersion(edit.versionAfter(), today), toJson(edit, edit.versionAfter(), today));
        });
    }

    /** Amounts of the body are in the currency that it sets; one that there is not is refused with the settings. */
    private static Currency currency(Call call, JsonNode tree) {
        JsonNode code = tree.path("currency");
        if (!code.isTextual()) {
            return call.currency();
        }
        try {
            return Money.currency(code.textValue());
        } catch (LedgerException unknown) {
            return call.currency();
        }
    }

    private static LedgerSettings settings(LedgerSettings before, LedgerBody body) {
        var faults = new Faults();
        Optional<LedgerSettings> moved =
                body.currency().flatMap(code -> faults.read("", () -> before.withCurrency(Money.currency(code))));
        Optional<ZoneId> zone = body.zone().flatMap(name -> faults.read("", () -> zone(name)));
        Optional<LedgerSettings> settings = faults.read(
                "",
                () -> new LedgerSettings(
                        body.name().orElse(before.name()),
                        moved.orElse(before).currency(),
                        zone.orElse(before.zone()),
                        body.nearPercent().orElse(before.nearPercent())));
        faults.refuseIfAny();
        return settings.orElseThrow();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            String message = "\"" + name + "\" is not a time zone like Europe/Berlin.";
            throw Problem.of(422, "invalid", List.of(new Problem.Detail("/zone", "unknown", message)));
        }
    }

    private static LedgerJson toJson(BudgetView view, long version, LocalDate today) {
        LedgerSettings settings = view.settings();
        Carry carry = view.plan().carry();
        return new LedgerJson(
                settings.name(),
                settings.currency().getCurrencyCode(),
                settings.zone().getId(),
                settings.nearPercent(),
                new CarryJson(carry.mode(), carry.cap(), carry.from()),
                version,
                today);
    }
}
