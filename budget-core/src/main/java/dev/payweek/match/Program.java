package dev.payweek.match;

import dev.payweek.match.Node.Anchor.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern written out as instructions, which are run over all at once (Thompson's simulation): each character of the
 * text looks at each instruction at most once, so that the steps are at most {@code (characters + 1) × instructions}
 * times two.
 */
final class Program {

    private enum Code {
        ONE,
        PLACE,
        FORK,
        JUMP,
        FOUND
    }

    private record Instruction(Code code, CharacterSet set, Position position, int to, int orTo) {}

    private static final CharacterSet NONE = new CharacterSet(List.of(), false);
    private static final int NOWHERE = -1;

    private final List<Instruction> writing = new ArrayList<>();
    private final Instruction[] instructions;

    Program(Node pattern) {
        write(pattern);
        add(Code.FOUND, NONE, Position.START);
        instructions = writing.toArray(Instruction[]::new);
    }

    int size() {
        return instructions.length;
    }

    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private int add(Code code, CharacterSet set, Position position) {
        writing.add(new Instruction(code, set, position, writing.size() + 1, NOWHERE));
        return writing.size() - 1;
    }

    private void aim(int instruction, int to, int orTo) {
        Instruction old = writing.get(instruction);
        writing.set(instruction, new Instruction(old.code(), old.set(), old.position(), to, orTo));
    }

    private void write(Node node) {
        if (node instanceof Node.CharClass one) {
            add(Code.ONE, one.set(), Position.START);
        } else if (node instanceof Node.Literal literal) {
            literal.folded().codePoints().forEach(c -> add(Code.ONE, CharacterSet.of(c), Position.START));
        } else if (node instanceof Node.Anchor anchor) {
            add(Code.PLACE, NONE, anchor.position());
        } else if (node instanceof Node.Sequence sequence) {
            sequence.parts().forEach(this::write);
        } else if (node instanceof Node.Choice choice) {
            write(choice);
        } else if (node instanceof Node.Repeat repeat) {
            write(repeat);
        }
    }

    private void write(Node.Choice choice) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < choice.parts().size() - 1; i++) {
            int fork = add(Code.FORK, NONE, Position.START);
            write(choice.parts().get(i));
            ends.add(add(Code.JUMP, NONE, Position.START));
            aim(fork, fork + 1, writing.size());
        }
        write(choice.parts().get(choice.parts().size() - 1));
        ends.forEach(end -> aim(end, writing.size(), NOWHERE));
    }

    private void write(Node.Repeat repeat) {
        for (int i = 0; i < repeat.fewest(); i++) {
            write(repeat.part());
        }
        if (repeat.most() == Node.Repeat.UNBOUNDED) {
            int fork = add(Code.FORK, NONE, Position.START);
            write(repeat.part());
            int back = add(Code.JUMP, NONE, Position.START);
            aim(back, fork, NOWHERE);
            aim(fork, fork + 1, writing.size());
            return;
        }
        List<Integer> forks = new ArrayList<>();
        for (int i = repeat.fewest(); i < repeat.most(); i++) {
            forks.add(add(Code.FORK, NONE, Position.START));
            write(repeat.part());
        }
        forks.forEach(fork -> aim(fork, fork + 1, writing.size()));
    }

    /** Looks for the pattern anywhere in a case-folded text. */
    Search search(String folded) {
        Search search = new Search(folded);
        search.run();
        return search;
    }

    /** One look through one text. */
    final class Search {

        private final String text;
        private int[] here = new int[instructions.length];
        private int[] there = new int[instructions.length];
        private int count;
        private final int[] waiting = new int[2 * instructions.length];

        /** Where in the text, from 1, an instruction was last looked at. */
        private final int[] seenAt = new int[instructions.length];

        private boolean found;
        private long steps;

        private Search(String text) {
            this.text = text;
            Arrays.fill(seenAt, NOWHERE);
        }

        boolean found() {
            return found;
        }

        /** Returns how many instructions were looked at in all. */
        long steps() {
            return steps;
        }

        private void run() {
            int at = 0;
            follow(0, at);
            while (!found && at < text.length()) {
                int c = text.codePointAt(at);
                int next = at + Character.charCount(c);
                int[] before = here;
                int live = count;
                here = there;
                there = before;
                count = 0;
                for (int i = 0; i < live && !found; i++) {
                    steps++;
                    Instruction one = instructions[before[i]];
                    if (one.set().contains(c)) {
                        follow(one.to(), next);
                    }
                }
                follow(0, next);
                at = next;
            }
        }

        /** Adds the instruction, and all that can be reached from it without a character, to those alive at a place. */
        private void follow(int first, int at) {
            int size = 0;
            waiting[size++] = first;
            while (size > 0 && !found) {
                int index = waiting[--size];
                if (seenAt[index] == at) {
                    continue;
                }
                seenAt[index] = at;
                steps++;
                Instruction one = instructions[index];
                switch (one.code()) {
                    case ONE -> here[count++] = index;
                    case FOUND -> found = true;
                    case JUMP -> waiting[size++] = one.to();
                    case FORK -> {
                        waiting[size++] = one.orTo();
                        waiting[size++] = one.to();
                    }
                    case PLACE -> {
                        if (isAt(one.position(), at)) {
                            waiting[size++] = one.to();
                        }
                    }
                }
            }
        }

        private boolean isAt(Position position, int at) {
            return switch (position) {
                case START -> at == 0;
                case END -> at == text.length();
                case WORD_EDGE -> isEdge(at);
                case NO_WORD_EDGE -> !isEdge(at);
            };
        }

        private boolean isEdge(int at) {
            boolean before = at > 0 && isWord(text.codePointBefore(at));
            boolean after = at < text.length() && isWord(text.codePointAt(at));
            return before != after;
        }
    }
}
