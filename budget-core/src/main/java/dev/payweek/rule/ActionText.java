package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import dev.payweek.rule.RuleAction.Categorise;
import dev.payweek.rule.RuleAction.MarkTransfer;
import dev.payweek.rule.RuleAction.Outcome;
import dev.payweek.rule.RuleAction.Share;
import dev.payweek.rule.RuleAction.SplitUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text form of an action. A category stands without quotes and last, since its name may hold any sign. */
final class ActionText {

    private final WordReader words;

    ActionText(String text) {
        words = new WordReader(text, "then", "An action reads like: category Fun:Coffee.");
    }

    RuleAction read() {
        Optional<String> rename = Optional.empty();
        List<String> tags = new ArrayList<>();
        String word = words.word();
        while (word.equals("tag") || (word.equals("rename") && rename.isEmpty())) {
            String value = words.quoted();
            if (word.equals("tag")) {
                tags.add(value);
            } else {
                rename = Optional.of(value);
            }
            word = words.word();
        }
        return new RuleAction(outcome(word), rename, tags);
    }

    private Outcome outcome(String word) {
        Outcome outcome = switch (word) {
            case "category" -> new Categorise(CategoryPath.of(words.rest()));
            case "split" -> new SplitUp(shares());
            case "transfer" -> new MarkTransfer();
            default -> throw words.malformed("one of category, split, transfer, rename, tag");
        };
        words.expectEnd();
        return outcome;
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        do {
            int percent = percent(words.bare());
            words.expect('%');
            shares.add(new Share(percent, CategoryPath.of(words.quoted())));
        } while (words.accept(','));
        return shares;
    }

    private int percent(String number) {
        if (!number.matches("\\d{1,3}")) {
            throw words.malformed("a whole number of percent");
        }
        return Integer.parseInt(number);
    }
}
