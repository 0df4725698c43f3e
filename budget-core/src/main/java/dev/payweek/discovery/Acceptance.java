package dev.payweek.discovery;

import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.PlanEdits;
import dev.payweek.edit.Refunds;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Transfer;
import dev.payweek.plan.DeclinedDiscovery;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Offer;
import dev.payweek.refusal.LedgerException;
import dev.payweek.review.RuleReview;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import dev.payweek.store.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes what was suggested hold, or never suggests it again; however many, as one change: {@code new
 * Acceptance(session, edit::discover).accept(List.of("0f9c2a71d3b4"))}. For one thread, with its session.
 */
public final class Acceptance {

    private final LedgerSession session;
    private final Supplier<Discoveries> suggested;

    /**
     * Creates the acceptance of a ledger's suggestions.
     *
     * @param suggested what the ledger suggests as it stands
     */
    public Acceptance(LedgerSession session, Supplier<Discoveries> suggested) {
        this.session = session;
        this.suggested = suggested;
    }

    /** Sets what the suggestions of these ids offer; refuses with NOT_FOUND an id that nothing suggested has now. */
    public List<Discovery> accept(Collection<String> ids) {
        List<Discovery> chosen = chosen(ids);
        // What is decided of entries comes first, since a source or a bill does not change them.
        for (Discovery one : chosen) {
            set(one.offer()
                    .orElseThrow(() -> LedgerException.invalid(
                            "id", "nothing_to_set", "There is nothing to set for \"" + one.name() + "\".")));
        }
        describe("accept ", chosen);
        return chosen;
    }

    /** Remembers that the suggestions of these ids are not wanted; refuses as {@link #accept} does. */
    public List<Discovery> decline(Collection<String> ids) {
        List<Discovery> chosen = chosen(ids);
        for (Discovery one : chosen) {
            session.log().put(Kinds.DECLINED, new DeclinedDiscovery(one.id(), named(one)), "decline " + named(one));
        }
        describe("decline ", chosen);
        return chosen;
    }

    private void describe(String what, List<Discovery> chosen) {
        if (!session.log().isEmpty()) {
            session.log()
                    .describe(what
                            + String.join(
                                    ", ", chosen.stream().map(Acceptance::named).toList()));
        }
    }

    private static String named(Discovery one) {
        return one.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + one.name();
    }

    private List<Discovery> chosen(Collection<String> ids) {
        Map<String, Discovery> there = new LinkedHashMap<>();
        suggested.get().discoveries().forEach(one -> there.put(one.id(), one));
        List<Discovery> chosen = new ArrayList<>();
        for (String id : ids.stream().distinct().toList()) {
            Discovery one = there.get(id);
            if (one == null) {
                throw LedgerException.notFound("Nothing suggested now has the id \"" + id + "\".");
            }
            chosen.add(one);
        }
        return chosen;
    }

    private void set(Offer offer) {
        PlanEdits plan = new PlanEdits(session);
        if (offer instanceof Offer.Pay pay) {
            pay.sources().forEach(plan::put);
        } else if (offer instanceof Offer.Due due) {
            plan.put(due.bill());
        } else if (offer instanceof Offer.Most most) {
            session.require(most.limit().category(), true);
            session.log().put(Kinds.LIMIT, most.limit(), "limit " + most.limit().category());
        } else if (offer instanceof Offer.Pot pot) {
            setAside(plan, pot);
        } else if (offer instanceof Offer.Moved moved) {
            move(moved);
        } else if (offer instanceof Offer.GaveBack back) {
            refund(back);
        }
    }

    /** The pot's own category has to hold what it is for, before and from now on. */
    private void setAside(PlanEdits plan, Offer.Pot pot) {
        plan.put(pot.setAside());
        pot.setAside().category().ifPresent(category -> {
            When.Sentence sentence = new When.Sentence(pot.match(), RuleAction.category(category.name()));
            RuleDraft draft = RuleDraft.of(pot.setAside().name(), sentence);
            int first = session.rules().inOrder().stream()
                    .mapToInt(rule -> rule.priority())
                    .min()
                    .orElse(1);
            new RuleReview(session)
                    .apply(session, new RuleChange.Add(first > 0 ? draft.withPriority(first - 1) : draft), false);
        });
    }

    private void move(Offer.Moved moved) {
        Entry left = session.getEntry(moved.left());
        Entry came = session.getEntry(moved.came());
        replace(left, transfer(left));
        replace(came, transfer(came));
    }

    /**
     * Positive for what leaves its account, negative for what comes to it. Each names its own account only: were the
     * other named as well, what was moved would be on both accounts twice.
     */
    private static Transfer transfer(Entry entry) {
        EntryDetails details = entry.kind() == EntryKind.INCOME ? negated(entry.details()) : entry.details();
        return new Transfer(entry.id(), entry.version() + 1, details, Optional.empty(), entry.importBatch());
    }

    private void refund(Offer.GaveBack back) {
        Expense purchase = (Expense) session.getEntry(EntryKind.EXPENSE, back.purchase());
        Entry credit = session.getEntry(back.refund());
        EntryDetails details = credit.kind() == EntryKind.INCOME ? negated(credit.details()) : credit.details();
        Expense plain = new Expense(
                credit.id(),
                credit.version() + 1,
                details,
                purchase.category(),
                Provenance.MANUAL,
                List.of(),
                Optional.of(purchase.id()),
                credit.importBatch());
        Expense refund = Refunds.placed(plain, purchase);
        new Refunds(session.writer()).require(refund);
        replace(credit, refund);
    }

    private static EntryDetails negated(EntryDetails details) {
        return new EntryDetails(
                details.date(),
                details.amount().negated(),
                details.title(),
                details.bankText(),
                details.account(),
                details.note(),
                details.tags());
    }

    private void replace(Entry before, Entry after) {
        session.log().replace(Kinds.ENTRY, before, after, "change entry " + before.id());
    }
}
