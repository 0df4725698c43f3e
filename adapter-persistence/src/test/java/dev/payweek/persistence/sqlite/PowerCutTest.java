package dev.payweek.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.BusyWriter;
import dev.payweek.persistence.ChildJvm;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.Strace;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.persistence.sqlite.DiskTrace.Acknowledgement;
import dev.payweek.persistence.sqlite.DiskTrace.OnFile;
import dev.payweek.persistence.sqlite.DiskTrace.Step;
import dev.payweek.persistence.sqlite.DiskTrace.Sync;
import dev.payweek.persistence.sqlite.PowerlessDisk.Fate;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left when the power fails: a process writes under {@code strace}, and what it handed to the system is cut off
 * at random moments, with what was not synced dropped, torn, reordered or kept. {@code -Dpayweek.powercuts=1000} tries
 * more moments of more writes; {@code -Dseed=} the same again.
 */
class PowerCutTest {

    private static final int CUTS = Integer.getInteger("payweek.powercuts", 40);

    private static final List<Fate> FATES = List.of(Fate.values());

    @TempDir
    Path folder;

    @BeforeEach
    void require_strace() throws InterruptedException {
        Strace.require();
    }

    @Test
    void a_power_cut_loses_nothing_acknowledged_and_leaves_nothing_half() throws Exception {
        Outcome outcome = cut("FULL", Math.max(500, 4 * CUTS), CUTS);
        assertTrue(outcome.acknowledged() > 0, "no cut came after an acknowledgement");
        assertEquals(0, outcome.cutsThatLost(), outcome.toString());
        System.out.println("power cuts: " + outcome);
    }

    @Test
    void without_a_sync_for_each_commit_a_power_cut_loses_acknowledged_writes() throws Exception {
        Outcome outcome = cut("NORMAL", Math.max(500, 4 * CUTS), Math.max(20, CUTS / 10));
        assertTrue(outcome.cutsThatLost() > 0, "nothing was lost, so the other test shows nothing: " + outcome);
        System.out.println("power cuts, the control: " + outcome);
    }

    /** What came of all the cuts of one process's writes. */
    private record Outcome(
            String synchronous,
            long seed,
            int cuts,
            long acknowledged,
            long syncs,
            long checkpoints,
            int cutsThatLost,
            int mostLost) {}

    private Outcome cut(String synchronous, int writes, int cuts) throws Exception {
        long seed = Seed.chosen();
        Random random = new Random(seed);
        Path ledger = folder.toRealPath().resolve("a.db");
        new SqlStoreProvider().open("jdbc:sqlite:" + ledger, Access.READ_WRITE).close();
        List<PowerlessDisk> disks = List.of(
                new PowerlessDisk("", Files.copy(ledger, folder.resolve("synced.db"))),
                new PowerlessDisk("-wal", folder.resolve("synced.db-wal")));
        List<Step> steps = stepsOf(synchronous, writes, ledger);
        List<Integer> moments =
                random.ints(cuts, 0, steps.size()).sorted().boxed().toList();

        Set<Long> acknowledged = new TreeSet<>();
        List<Integer> losses = new ArrayList<>();
        int done = 0;
        for (int moment : moments) {
            for (Step step : steps.subList(done, moment)) {
                take(step, disks, acknowledged);
            }
            done = moment;
            Set<Long> lost =
                    restarted(disks, acknowledged, random, synchronous + ", seed " + seed + ", step " + moment);
            if (!lost.isEmpty()) {
                losses.add(lost.size());
            }
        }
        List<Step> taken = steps.subList(0, done);
        return new Outcome(
                synchronous,
                seed,
                cuts,
                acknowledged.size(),
                taken.stream().filter(Sync.class::isInstance).count(),
                taken.stream().filter(new Sync("")::equals).count(),
                losses.size(),
                losses.stream().max(Integer::compare).orElse(0));
    }

    private static void take(Step step, List<PowerlessDisk> disks, Set<Long> acknowledged) throws IOException {
        if (step instanceof Acknowledgement acknowledgement) {
            acknowledged.add(acknowledgement.id());
        } else if (step instanceof OnFile change) {
            for (PowerlessDisk disk : disks) {
                disk.take(change);
            }
        }
    }

    /** Opens the ledger as the cut has left it, and returns which acknowledged entries are not there. */
    private Set<Long> restarted(List<PowerlessDisk> disks, Set<Long> acknowledged, Random random, String where)
            throws IOException {
        Path left = folder.resolve("left.db");
        Fate fate = FATES.get(random.nextInt(FATES.size()));
        Files.deleteIfExists(folder.resolve("left.db-shm"));
        for (PowerlessDisk disk : disks) {
            disk.restart(left, fate, random);
        }
        try (LedgerStore store =
                Samples.withLedger(new SqlStoreProvider().open("jdbc:sqlite:" + left, Access.READ_WRITE))) {
            return BusyWriter.lost(store, acknowledged, where + ", " + fate);
        }
    }

    private List<Step> stepsOf(String synchronous, int writes, Path ledger) throws Exception {
        Path log = folder.resolve("strace.log");
        List<String> strace = new ArrayList<>(DiskTrace.STRACE);
        strace.add(log.toString());
        Process writer = ChildJvm.startUnder(strace, Writing.class, ledger.toString(), synchronous);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < writes; i++) {
                Long.parseLong(String.valueOf(lines.readLine()));
            }
        }
        // With nobody left to read what is acknowledged, the writer ends by itself.
        assertTrue(writer.waitFor(60, TimeUnit.SECONDS), "the writer went on");
        return DiskTrace.read(log, ledger);
    }

    /** Writes to a ledger whose commits reach the disk as they are told to. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            BusyWriter.run(Samples.withLedger(
                    SqliteStore.forWriting(file, Migrations.CURRENT, new SqliteConnections(file, arguments[1]))));
        }
    }
}
