package dev.payweek.rest.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a process may hold of what arrives or leaves slowly, in memory and in files. Safe for use by many threads.
 */
public final class SpoolBudget {

    private final long mostInMemory;
    private final long mostInFiles;
    private final int mostFiles;
    private final AtomicLong inMemory = new AtomicLong();
    private final AtomicLong inFiles = new AtomicLong();
    private final AtomicInteger files = new AtomicInteger();

    /**
     * Creates a budget of which nothing is used.
     *
     * @param mostInMemory how many bytes in memory
     * @param mostInFiles how many bytes in files
     * @param mostFiles how many files at once
     */
    public SpoolBudget(long mostInMemory, long mostInFiles, int mostFiles) {
        this.mostInMemory = mostInMemory;
        this.mostInFiles = mostInFiles;
        this.mostFiles = mostFiles;
    }

    /** Returns a budget that nothing exceeds, for what is bounded otherwise. */
    public static SpoolBudget unlimited() {
        return new SpoolBudget(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    boolean takeMemory(int bytes) {
        return take(inMemory, bytes, mostInMemory);
    }

    void giveMemory(long bytes) {
        inMemory.addAndGet(-bytes);
    }

    boolean takeFile() {
        boolean taken = files.incrementAndGet() <= mostFiles;
        if (!taken) {
            files.decrementAndGet();
        }
        return taken;
    }

    boolean takeInFile(int bytes) {
        return take(inFiles, bytes, mostInFiles);
    }

    void giveFile(long bytes) {
        inFiles.addAndGet(-bytes);
        files.decrementAndGet();
    }

    private static boolean take(AtomicLong used, int bytes, long most) {
        boolean taken = used.addAndGet(bytes) <= most;
        if (!taken) {
            used.addAndGet(-bytes);
        }
        return taken;
    }

    /** Returns how many files are held. */
    public int files() {
        return files.get();
    }

    /** Returns how many bytes are held in memory. */
    public long bytesInMemory() {
        return inMemory.get();
    }
}
