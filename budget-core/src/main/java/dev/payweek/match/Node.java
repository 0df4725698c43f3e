package dev.payweek.match;

import java.util.List;

/** A part of a pattern. */
sealed interface Node {

    /** The size that stands for too large; sums and products stop growing there. */
    long ENDLESS = 1_000_000;

    /** Returns how many instructions it takes, at most {@link #ENDLESS}, without writing them. */
    long size();

    /** Returns a case-folded text that occurs wherever the part is found, the longest known; possibly empty. */
    String required();

    /** One character of a set. */
    record CharClass(CharacterSet set) implements Node {
        @Override
        public long size() {
            return 1;
        }

        @Override
        public String required() {
            return "";
        }
    }

    /** Characters as they stand, already case-folded. */
    record Literal(String folded) implements Node {
        @Override
        public long size() {
            return folded.codePointCount(0, folded.length());
        }

        @Override
        public String required() {
            return folded;
        }
    }

    /** A place between characters. */
    record Anchor(Position position) implements Node {

        /** The places there are. */
        enum Position {
            START,
            END,
            WORD_EDGE,
            NO_WORD_EDGE
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public String required() {
            return "";
        }
    }

    /** One part after the other; none is the empty text. */
    record Sequence(List<Node> parts) implements Node {
        @Override
        public long size() {
            return Math.min(ENDLESS, parts.stream().mapToLong(Node::size).sum());
        }

        /** Literals that follow each other directly are one text. */
        @Override
        public String required() {
            String longest = "";
            StringBuilder run = new StringBuilder();
            for (Node part : parts) {
                if (part instanceof Literal literal) {
                    run.append(literal.folded());
                } else {
                    longest = longer(longest, run.toString());
                    longest = longer(longest, part.required());
                    run.setLength(0);
                }
            }
            return longer(longest, run.toString());
        }

        private static String longer(String one, String other) {
            return other.length() > one.length() ? other : one;
        }
    }

    /** One of several parts. */
    record Choice(List<Node> parts) implements Node {
        @Override
        public long size() {
            return Math.min(ENDLESS, parts.stream().mapToLong(Node::size).sum() + 2L * (parts.size() - 1));
        }

        @Override
        public String required() {
            return "";
        }
    }

    /**
     * A part several times.
     *
     * @param most inclusive; {@link #UNBOUNDED} for any number
     */
    record Repeat(Node part, int fewest, int most) implements Node {

        static final int UNBOUNDED = -1;

        @Override
        public long size() {
            long optional = most == UNBOUNDED ? part.size() + 2 : (most - fewest) * (part.size() + 1);
            return Math.min(ENDLESS, fewest * part.size() + optional);
        }

        @Override
        public String required() {
            return fewest > 0 ? part.required() : "";
        }
    }
}
