/**
 * The budget engine to embed: exact money, pay periods, rules and reports. Requires nothing when it runs.
 *
 * <p>Start at {@code dev.payweek.budget.Budget}.
 */
module dev.payweek.core {
    requires static org.jspecify;

    exports dev.payweek.budget;
    exports dev.payweek.category;
    exports dev.payweek.ledger;
    exports dev.payweek.money;
    exports dev.payweek.period;
    exports dev.payweek.plan;
    exports dev.payweek.refusal;
    exports dev.payweek.report;
    exports dev.payweek.rule;
    exports dev.payweek.statement;
    exports dev.payweek.store;

    uses dev.payweek.store.ExportFormat;
    uses dev.payweek.statement.MoveFormat;
    uses dev.payweek.statement.StatementFormat;
    uses dev.payweek.statement.StatementTables;
    uses dev.payweek.store.StoreProvider;
}
