package dev.payweek.rest.http;

/**
 * How much a process may hold of what arrives or leaves slowly, in memory and in files, and no caller all of it. Safe
 * for use by many threads.
 */
public final class SpoolBudget {

    /** A part of a budget that nothing exceeds, for what is bounded otherwise. */
    public static final Part UNLIMITED =
            new SpoolBudget(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, Integer.MAX_VALUE).of("");

    private final Shares memory;
    private final Shares inFiles;
    private final Shares files;

    /**
     * Creates a budget of which nothing is used.
     *
     * @param mostInMemory how many bytes in memory
     * @param mostInFiles how many bytes in files
     * @param mostFiles how many files at once
     */
    public SpoolBudget(long mostInMemory, long mostInFiles, int mostFiles) {
        this.memory = new Shares(mostInMemory, 1);
        this.inFiles = new Shares(mostInFiles, 1);
        this.files = new Shares(mostFiles, 1);
    }

    /**
     * Returns what one caller may have of it.
     *
     * @param caller a numerical address
     */
    public Part of(String caller) {
        return new Part(caller);
    }

    /** One caller's part: half of everything for a single one, a third for each of two, and so on. */
    public final class Part {

        private final String caller;

        private Part(String caller) {
            this.caller = caller;
        }

        boolean takeMemory(int bytes) {
            return memory.take(caller, bytes);
        }

        void giveMemory(long bytes) {
            memory.give(caller, bytes);
        }

        boolean takeFile() {
            return files.take(caller, 1);
        }

        boolean takeInFile(int bytes) {
            return inFiles.take(caller, bytes);
        }

        void giveFile(long bytes) {
            inFiles.give(caller, bytes);
            files.give(caller, 1);
        }
    }

    /** Returns how many files are held. */
    public int files() {
        return (int) files.used();
    }

    /** Returns how many bytes are held in memory. */
    public long bytesInMemory() {
        return memory.used();
    }
}
