package dev.payweek.match;

import dev.payweek.ledger.CaseFolding;
import dev.payweek.refusal.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads the text of a pattern, by descent: choices of sequences of repeated atoms. */
final class PatternReader {

    private static final int MAX_GROUPS_DEEP = 50;
    private static final int MAX_TIMES = 1_000;

    private final String text;
    private int at;
    private int deep;

    PatternReader(String text) {
        this.text = text;
    }

    Node read() {
        Node pattern = choice();
        if (at < text.length()) {
            throw malformed("\")\" closes nothing; write \"\\)\" for the sign itself");
        }
        return pattern;
    }

    private Node choice() {
        List<Node> parts = new ArrayList<>();
        do {
            parts.add(sequence());
        } while (accept('|'));
        return parts.size() == 1 ? parts.get(0) : new Node.Choice(List.copyOf(parts));
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(atom()));
        }
        return new Node.Sequence(List.copyOf(parts));
    }

    private Node repeated(Node atom) {
        int start = at;
        Node repeated = atom;
        if (accept('*')) {
            repeated = new Node.Repeat(atom, 0, Node.Repeat.UNBOUNDED);
        } else if (accept('+')) {
            repeated = new Node.Repeat(atom, 1, Node.Repeat.UNBOUNDED);
        } else if (accept('?')) {
            repeated = new Node.Repeat(atom, 0, 1);
        } else if (accept('{')) {
            repeated = counted(atom);
        }
        if (at == start) {
            return atom;
        }
        if (atom instanceof Node.Anchor) {
            throw malformed("a place cannot be repeated");
        }
        // Whether as few or as many as possible are taken makes no difference to whether anything is found.
        accept('?');
        if (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
            throw malformed("one repetition cannot follow another; put the first into a group");
        }
        return repeated;
    }

    private Node counted(Node atom) {
        int fewest = number();
        int most = fewest;
        if (accept(',')) {
            most = at < text.length() && text.charAt(at) == '}' ? Node.Repeat.UNBOUNDED : number();
        }
        if (!accept('}')) {
            throw malformed("a repetition reads {2}, {2,} or {2,5}; write \"\\{\" for the sign itself");
        }
        if (most != Node.Repeat.UNBOUNDED && most < fewest) {
            throw malformed("in a repetition the smaller number comes first");
        }
        return new Node.Repeat(atom, fewest, most);
    }

    private int number() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > 4 || Integer.parseInt(text.substring(start, at)) > MAX_TIMES) {
            throw malformed("a repetition reads {2}, {2,} or {2,5}, up to " + MAX_TIMES
                    + "; write \"\\{\" for the sign itself");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    private Node atom() {
        int c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Node.CharClass(set());
            case '.' -> new Node.CharClass(CharacterSet.any());
            case '^' -> new Node.Anchor(Node.Anchor.Position.START);
            case '$' -> new Node.Anchor(Node.Anchor.Position.END);
            case '\\' -> escaped(next());
            case '*', '+', '?', '{' ->
                throw malformed("there is nothing to repeat; write \"\\" + (char) c + "\" for the sign itself");
            default -> literal(c);
        };
    }

    private Node group() {
        if (++deep > MAX_GROUPS_DEEP) {
            throw malformed("at most " + MAX_GROUPS_DEEP + " groups may lie inside each other");
        }
        if (accept('?') && !accept(':')) {
            throw malformed("of the groups with a question mark only (?:…) is known");
        }
        Node inside = choice();
        if (!accept(')')) {
            throw malformed("a group is not closed");
        }
        deep--;
        return inside;
    }

    private Node escaped(int c) {
        if (c == 'b' || c == 'B') {
            return new Node.Anchor(c == 'b' ? Node.Anchor.Position.WORD_EDGE : Node.Anchor.Position.NO_WORD_EDGE);
        }
        return isClass(c) ? new Node.CharClass(new CharacterSet(List.of(named(c)), false)) : literal(plain(c));
    }

    private static Node literal(int c) {
        return new Node.Literal(CaseFolding.fold(Character.toString(c)));
    }

    private CharacterSet set() {
        boolean negated = accept('^');
        List<IntPredicate> members = new ArrayList<>();
        do {
            members.add(member());
        } while (!accept(']'));
        return new CharacterSet(members, negated);
    }

    private IntPredicate member() {
        int first = next();
        if (first == '\\') {
            first = next();
            if (isClass(first)) {
                return named(first);
            }
            first = plain(first);
        }
        boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (!range) {
            return one(first);
        }
        at++;
        int last = next();
        if (last == '\\') {
            last = plain(next());
        }
        if (last < first) {
            throw malformed("in a range of characters the smaller comes first");
        }
        int lowest = first;
        int highest = last;
        return c -> lowest <= c && c <= highest;
    }

    /** A class holds single characters, so a letter that folds to several, such as ß, stands for none of them. */
    private static IntPredicate one(int character) {
        String folded = CaseFolding.fold(Character.toString(character));
        int same = folded.codePointAt(0);
        return folded.codePointCount(0, folded.length()) == 1 ? c -> c == same || c == character : c -> c == character;
    }

    private static boolean isClass(int c) {
        return "dDwWsS".indexOf(c) >= 0;
    }

    private static IntPredicate named(int c) {
        IntPredicate members = switch (Character.toLowerCase(c)) {
            case 'd' -> Character::isDigit;
            case 'w' -> Program::isWord;
            default -> one -> Character.isWhitespace(one) || Character.isSpaceChar(one);
        };
        return Character.isUpperCase(c) ? members.negate() : members;
    }

    private int plain(int c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw malformed("\\" + Character.toString(c) + " is not known; known are \\d \\w \\s \\b, their"
                            + " capitals, \\t \\n \\r and a backslash before a sign");
                }
                yield c;
            }
        };
    }

    private int next() {
        if (at >= text.length()) {
            throw malformed("something is missing");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private boolean accept(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private LedgerException malformed(String why) {
        return LedgerException.invalid(
                "value", "wrong_pattern", "The pattern makes no sense at character " + at + ": " + why + ".");
    }
}
