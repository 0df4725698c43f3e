package dev.payweek.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.plan.Discoveries;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Problem;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A request that has found its route and its caller: what a handler works with. For one thread. */
public final class Call {

    private final Request request;
    private final Map<String, String> parameters;
    private final Query query;
    private final Budget budget;
    private final KeptAnswers kept;
    private final News news;
    private final Discovering discovering;
    private final Conditional conditional;
    private final RequestBody body;
    private final IdempotentWrites writes;
    private final BodyFaults faults;

    Call(
            Request request,
            Map<String, String> parameters,
            Query query,
            Service service,
            RequestBody body,
            BodyFaults faults) {
        this.request = request;
        this.parameters = parameters;
        this.query = query;
        this.budget = service.budget();
        this.kept = service.kept();
        this.news = service.news();
        this.discovering = service.discovering();
        this.conditional = new Conditional(request);
        this.body = body;
        this.faults = faults;
        this.writes = new IdempotentWrites(request, body, budget, who());
    }

    /** Returns the budget the caller may use; what is written through it depends on no record of the body. */
    public Budget budget() {
        return budget;
    }

    /** Returns the name under which changes are recorded. */
    public String who() {
        return Budget.LOCAL;
    }

    /** Returns the part of the path with that name. */
    public String path(String name) {
        return parameters.getOrDefault(name, "");
    }

    /**
     * Returns the part of the path with that name as an id.
     *
     * @throws Problem with status 404 if it is no number, since nothing is there then
     */
    public long id(String name) {
        return Digits.number(path(name))
                .orElseThrow(
                        () -> Problem.of(404, "not_found", "There is nothing at this address; ids are whole numbers."));
    }

    /** Returns the query's parameters. */
    public Query query() {
        return query;
    }

    /** Waits until all changes acknowledged so far have been looked after, or for a second. */
    public void awaitNews() {
        news.await();
    }

    /**
     * Returns what the ledger's history suggests.
     *
     * @throws Problem with status 503 if it is not known yet and will be soon
     */
    public Discoveries discoveries(BudgetView view) {
        return discovering.of(view);
    }

    /** Has what an import brought to a small ledger looked through, before somebody asks. */
    public void discoverAhead() {
        discovering.lookAhead();
    }

    /** Returns the header's value, if it was sent; the name in any letter case. */
    public Optional<String> header(String name) {
        return request.header(name);
    }

    /**
     * Returns the body as JSON.
     *
     * @throws Problem with status 415, 413 or 400
     */
    public JsonNode json() {
        return body.json();
    }

    /**
     * Returns the body as the record it holds. What cannot be read is replaced, so that the handler finds what else is
     * wrong; whatever it does then is undone, and its answer is a problem.
     */
    public <T extends Record> T body(Class<T> shape) {
        return read(json(), shape);
    }

    /** Returns the record that a tree holds. */
    public <T extends Record> T read(JsonNode tree, Class<T> shape) {
        return read(tree, shape, currency());
    }

    /** Returns the record that a tree holds, with amounts in a currency. */
    public <T extends Record> T read(JsonNode tree, Class<T> shape, Currency amounts) {
        return read(tree, shape, amounts, "");
    }

    /** As {@link #read(JsonNode, Class, Currency)}, for a tree that stands at the pointer in the body. */
    public <T extends Record> T read(JsonNode tree, Class<T> shape, Currency amounts, String pointer) {
        return faults.read(tree, shape, amounts, pointer);
    }

    /** Notes what is wrong with the body; the handler goes on with something else in its place, see {@link #body}. */
    public void note(Faults found) {
        faults.note(found.all());
    }

    /**
     * Returns the body as a file, or the file in the form that the body is.
     *
     * @throws Problem with status 413 if it is too large, or 400 if the form holds no file
     */
    public SentFile file() {
        return body.file();
    }

    /**
     * Lets a change pass unless the caller says by If-Match that it has seen another version.
     *
     * @param version what the tag of the thing as it stands holds
     * @throws Problem with status 412 and the current tag
     */
    public void requireSeen(String version) {
        conditional.requireSeen(version);
    }

    /** As {@link #requireSeen}, for what has no version but the ledger's. */
    public void requireLedgerSeen(BudgetView view) {
        requireSeen(Conditional.ledgerVersion(view.version(), view.today()));
    }

    /**
     * Answers a question about something with a version of its own; when the caller has that version, with 304 and
     * without making the answer.
     *
     * @param version of what is asked for
     * @param answer makes the body
     */
    public Response answer(String version, Supplier<?> answer) {
        return conditional.answer(version, () -> Response.json(200, answer.get()));
    }

    /**
     * Answers with what the questions give, which may depend on nothing but the ledger, the day, the path and the
     * query. The tag is the ledger's version and the day, see {@link #answerView}; the answer is kept until one of them
     * changes.
     */
    public Response view(Function<? super BudgetView, ?> questions) {
        return page(json(questions));
    }

    /** As {@link #view}, for what has headers of its own. */
    public Response page(Function<? super BudgetView, Response> questions) {
        KeptAnswers.Moment now = kept.now();
        // The tag of the ledger says nothing of whether it holds what the path names.
        return parameters.isEmpty() && conditional.hasNamed(now.tag())
                ? Conditional.notModified(now.tag())
                : seen(now, questions);
    }

    /** As {@link #view}, of something that may not be there though its path names nothing. */
    public Response viewIfThere(Function<? super BudgetView, ?> questions) {
        return seen(kept.now(), json(questions));
    }

    private static Function<BudgetView, Response> json(Function<? super BudgetView, ?> questions) {
        return view -> Response.json(200, questions.apply(view));
    }

    private Response seen(KeptAnswers.Moment now, Function<? super BudgetView, Response> questions) {
        return spared(now.answer(question(), questions));
    }

    private KeptAnswers.Question question() {
        return new KeptAnswers.Question(who(), request.path(), query.all());
    }

    /** What somebody asks in a version of the ledger and on a day has one answer, whoever makes it. */
    private Response spared(Response answer) {
        Response spared = conditional.spared(answer);
        return spared.status() == 200
                ? spared.named(List.of(question(), spared.headers().getOrDefault("ETag", "")))
                : spared;
    }

    /**
     * Answers a question about the ledger that always has an answer, by one that is written as it is read. The tag is
     * its version and the day; when the caller has that already, the questions are not asked.
     */
    public Response answerView(Function<? super BudgetView, Response> questions) {
        KeptAnswers.Moment now = kept.now();
        if (conditional.hasNamed(now.tag())) {
            return Conditional.notModified(now.tag());
        }
        return budget.read(view -> {
            String tag = Conditional.quoted(Conditional.ledgerVersion(view.version(), view.today()));
            return spared(questions.apply(view).with("ETag", tag));
        });
    }

    /** As {@link #change}, for what has no version of its own: If-Match is held against the tag of the ledger. */
    public Response changeLedger(Function<? super BudgetEdit, ChangeResult> changes) {
        return change(edit -> {
            requireLedgerSeen(edit);
            return changes.apply(edit);
        });
    }

    /**
     * As {@link #changeLedger}, for what the path names and what is made if it is not there: {@code If-Match: *} holds
     * only for what is, {@code If-None-Match: *} only for what is not.
     */
    public Response changeNamed(
            Predicate<? super BudgetView> there, Function<? super BudgetEdit, ChangeResult> changes) {
        return changeLedger(edit -> {
            conditional.requireThere(there.test(edit), Conditional.ledgerVersion(edit.version(), edit.today()));
            return changes.apply(edit);
        });
    }

    /** Answers with what the changes give, once for each idempotency key. */
    public Response change(Function<? super BudgetEdit, ChangeResult> changes) {
        return writes.answer(edit -> {
            ChangeResult made = changes.apply(edit);
            faults.refuseIfAny();
            return made;
        });
    }

    /** Returns how the call is answered once for each idempotency key, for work that makes its own transactions. */
    public IdempotentWrites writes() {
        return writes;
    }

    /** Returns the currency of every amount in the ledger. */
    public Currency currency() {
        return kept.now().currency();
    }
}
