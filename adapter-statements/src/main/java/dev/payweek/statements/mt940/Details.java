package dev.payweek.statements.mt940;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86: what the bank says of a movement in words.
 *
 * @param name the other side's name; empty when the bank gives none of its own
 * @param text what it was for, as one line
 */
record Details(String name, String text) {

    /** A code of three digits and a mark, then parts of that mark and two digits: {@code 166?00…?20…?32…}. */
    private static final Pattern GERMAN = Pattern.compile("\\d{3}([?~^<>+@&%])\\d{2}.*", Pattern.DOTALL);

    private static final Pattern SEPA =
            Pattern.compile("(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|BREF|RREF)\\+");
    private static final Pattern DUTCH =
            Pattern.compile("/(TRTP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|CNTP|ORDP|BENM|ISDT|RTRN|PURP|ULTC|ULTD|KREF|"
                    + "TRCD|SVCL|PREF|ID|ADDR)/");
    private static final int NAME = 32;
    private static final int MORE_NAME = 33;

    static Details of(String value) {
        Matcher german = GERMAN.matcher(value);
        if (german.matches()) {
            return german(value.replace("\n", ""), german.group(1));
        }
        String joined = value.replace("\n", "");
        if (joined.startsWith("/") && DUTCH.matcher(joined).find()) {
            return dutch(joined);
        }
        return new Details("", value.replaceAll("\\s*\\n\\s*", " ").strip());
    }

    private static Details german(String value, String mark) {
        Map<Integer, String> parts = new TreeMap<>();
        Matcher part = Pattern.compile(Pattern.quote(mark) + "(\\d{2})").matcher(value);
        int number = -1;
        int start = 0;
        while (part.find()) {
            if (number >= 0) {
                parts.merge(number, value.substring(start, part.start()), String::concat);
            }
            number = Integer.parseInt(part.group(1));
            start = part.end();
        }
        if (number >= 0) {
            parts.merge(number, value.substring(start), String::concat);
        }
        String purpose = purpose(parts);
        String kind = parts.getOrDefault(0, "").strip();
        String name = (parts.getOrDefault(NAME, "") + parts.getOrDefault(MORE_NAME, "")).strip();
        return new Details(name, purpose.isEmpty() ? kind : purpose);
    }

    private static String purpose(Map<Integer, String> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach((number, text) -> {
            if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63)) {
                all.append(text);
            }
        });
        Matcher key = SEPA.matcher(all);
        int start = -1;
        while (key.find()) {
            if (start >= 0) {
                return all.substring(start, key.start()).strip();
            }
            start = key.group(1).equals("SVWZ") ? key.end() : -1;
        }
        return start >= 0 ? all.substring(start).strip() : all.toString().strip();
    }

    private static Details dutch(String value) {
        Map<String, String> parts = new TreeMap<>();
        Matcher key = DUTCH.matcher(value);
        String last = "";
        int start = 0;
        while (key.find(Math.max(start - 1, 0))) {
            if (!last.isEmpty()) {
                parts.putIfAbsent(last, value.substring(start, Math.max(key.start(), start)));
            }
            last = key.group(1);
            start = key.end();
        }
        parts.putIfAbsent(last, value.substring(start));
        String remittance = withoutSlashes(parts.getOrDefault("REMI", "").replaceFirst("^(?:USTD//|STRD/CUR/)", ""));
        return new Details(name(parts), remittance.isEmpty() ? withoutSlashes(value) : remittance);
    }

    /** ING gives account, bank and name as one part, ABN AMRO and Rabobank each as its own. */
    private static String name(Map<String, String> parts) {
        String own = withoutSlashes(parts.getOrDefault("NAME", ""));
        List<String> counterparty =
                new ArrayList<>(List.of(parts.getOrDefault("CNTP", "").split("/", -1)));
        return own.isEmpty() && counterparty.size() > 2 ? counterparty.get(2).strip() : own;
    }

    private static String withoutSlashes(String part) {
        return part.replaceAll("/+", " ").strip();
    }

    /** Returns name and text together, each once. */
    String words() {
        return name.isEmpty() || text.contains(name) ? text : (name + " " + text).strip();
    }
}
