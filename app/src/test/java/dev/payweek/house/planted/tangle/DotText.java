package dev.payweek.house.planted.tangle;

/** As good as nested in the dot: of this package alone, and used by nothing else. */
final class DotText {

    static Dot parse(String text) {
        return new Dot(text.length());
    }

    private DotText() {}
}
