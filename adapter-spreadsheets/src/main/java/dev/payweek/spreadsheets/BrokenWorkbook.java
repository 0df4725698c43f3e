package dev.payweek.spreadsheets;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;

/** The refusal of a workbook that is not as workbooks are. */
final class BrokenWorkbook {

    private BrokenWorkbook() {}

    static LedgerException because(String reason) {
        return LedgerException.invalid(
                "file", "broken", "The workbook is broken, as " + reason + "; save it once more, or as CSV.");
    }

    static LedgerException because(Throwable cause) {
        return new LedgerException(
                Reason.INVALID, "The workbook is broken and cannot be read; save it once more, or as CSV.", cause);
    }
}
