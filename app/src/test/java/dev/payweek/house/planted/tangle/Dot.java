package dev.payweek.house.planted.tangle;

/** The only kind. */
public record Dot(int width) implements Shape {

    /** Begins one. */
    public static DotBuilder builder() {
        return new DotBuilder();
    }

    /** Reads one. */
    public static Dot parse(String text) {
        return DotText.parse(text);
    }
}
