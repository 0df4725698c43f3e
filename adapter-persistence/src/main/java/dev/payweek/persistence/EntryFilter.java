package dev.payweek.persistence;

import static dev.payweek.persistence.schema.tables.Entry.ENTRY;
import static dev.payweek.persistence.schema.tables.EntrySplit.ENTRY_SPLIT;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.CaseFolding;
import dev.payweek.store.EntryQuery;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What {@link EntryQuery#selects} says, as a condition. */
final class EntryFilter {

    private EntryFilter() {}

    static Condition of(long ledger, EntryQuery query) {
        List<Condition> all = new ArrayList<>();
        all.add(ENTRY.LEDGER.eq(ledger));
        all.add(ENTRY.KIND.eq(query.kind().name()));
        all.add(Days.in(query.span(), ENTRY.EPOCH_DAY));
        query.category().ifPresent(path -> all.add(isIn(path, ledger)));
        query.account().ifPresent(name -> all.add(storable(name) ? ENTRY.ACCOUNT.eq(name) : DSL.falseCondition()));
        query.text().map(CaseFolding::fold).ifPresent(words -> all.add(holds(words)));
        query.minMinorUnits().ifPresent(least -> all.add(ENTRY.MINOR_UNITS.ge(least)));
        query.maxMinorUnits().ifPresent(most -> all.add(ENTRY.MINOR_UNITS.le(most)));
        return DSL.and(all);
    }

    private static Condition isIn(CategoryPath path, long ledger) {
        return isWithin(path, ENTRY.CATEGORY)
                .or(DSL.exists(DSL.selectOne()
                        .from(ENTRY_SPLIT)
                        .where(ENTRY_SPLIT.LEDGER.eq(ledger))
                        .and(ENTRY_SPLIT.ENTRY_ID.eq(ENTRY.ID))
                        .and(isWithin(path, ENTRY_SPLIT.CATEGORY))));
    }

    /** Compares the beginning itself: LIKE would take letter case for nothing in SQLite, and {@code %} for anything. */
    private static Condition isWithin(CategoryPath path, Field<String> category) {
        String below = path.name() + ":";
        return category.eq(path.name())
                .or(DSL.left(category, below.codePointCount(0, below.length())).eq(below));
    }

    /** Finds the place of the words, so that no character of theirs is special. */
    private static Condition holds(String words) {
        return storable(words) ? DSL.position(ENTRY.SEARCH_TEXT, words).gt(0) : DSL.falseCondition();
    }

    /** Tells whether a text could be stored at all; PostgreSQL fails on others, and drivers replace half characters. */
    private static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
}
