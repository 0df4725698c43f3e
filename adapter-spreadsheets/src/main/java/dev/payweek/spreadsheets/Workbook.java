package dev.payweek.spreadsheets;

import java.util.List;

/**
 * The sheets of a workbook.
 *
 * @param sheets in the order of their tabs
 */
record Workbook(List<Sheet> sheets) {}
