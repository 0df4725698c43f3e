package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.sqlite.DiskTrace.OnFile;
import dev.payweek.persistence.sqlite.DiskTrace.Sync;
import dev.payweek.persistence.sqlite.DiskTrace.Truncation;
import dev.payweek.persistence.sqlite.DiskTrace.Write;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One file on a disk that can lose its power: what is surely on it, and what was handed over since the last sync. */
final class PowerlessDisk {

    /** What becomes of what was not synced. Between two syncs a disk promises no order at all. */
    enum Fate {
        /** None of it arrived. */
        DROPPED,
        /** Each write arrived whole or not at all. */
        SOME,
        /** Each sector of each write arrived or did not. */
        TORN,
        /** All of it arrived. */
        KEPT
    }

    private static final int SECTOR = 512;

    private final String name;
    private final Path synced;
    private final List<OnFile> unsynced = new ArrayList<>();

    /** The file of that ending, of which everything is on the disk that lies at the path now; it may not exist yet. */
    PowerlessDisk(String name, Path synced) {
        this.name = name;
        this.synced = synced;
    }

    /** Takes the next step; those on other files change nothing. */
    void take(OnFile step) throws IOException {
        if (!step.file().equals(name)) {
            return;
        }
        if (step instanceof Sync) {
            apply(synced, Fate.KEPT, new Random(0));
            unsynced.clear();
        } else {
            unsynced.add(step);
        }
    }

    /** Makes the file as the disk holds it when the power comes back, for a ledger that lies at another path. */
    void restart(Path ledger, Fate fate, Random random) throws IOException {
        Path file = ledger.resolveSibling(ledger.getFileName() + name);
        Files.deleteIfExists(file);
        if (Files.exists(synced)) {
            Files.copy(synced, file, StandardCopyOption.REPLACE_EXISTING);
        }
        apply(file, fate, random);
    }

    private void apply(Path file, Fate fate, Random random) throws IOException {
        if (unsynced.isEmpty() || fate == Fate.DROPPED) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (OnFile step : unsynced) {
                boolean arrives = fate != Fate.SOME || random.nextBoolean();
                if (arrives && step instanceof Truncation cut) {
                    channel.truncate(cut.length());
                } else if (arrives && step instanceof Write write) {
                    write(channel, write, fate == Fate.TORN, random);
                }
            }
        }
    }

    private static void write(FileChannel channel, Write write, boolean torn, Random random) throws IOException {
        int end = write.offset() + write.bytes().capacity();
        int from = write.offset();
        while (from < end) {
            int to = torn ? Math.min(end, (from / SECTOR + 1) * SECTOR) : end;
            if (!torn || random.nextBoolean()) {
                channel.write(write.bytes().slice(from - write.offset(), to - from), from);
            }
            from = to;
        }
    }
}
