package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.ledger.KeptTables;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** That writes which wait for each other are made with one commit, and that each gets the outcome of its own. */
class GatheredWritesTest {

    private static final int TOGETHER = 12;

    private final AtomicInteger commits = new AtomicInteger();
    private final List<String> made = new ArrayList<>();
    private List<String> inTransaction = new ArrayList<>();

    /** What a commit fails of; nothing while it is empty. */
    private List<LedgerException> refusals = List.of();

    /** How long the first takes once all wait for it. */
    private Duration firstTakes = Duration.ZERO;

    private GatheredWrites writes = new GatheredWrites(this::commit, new KeptTables(), Duration.ofDays(1));

    private void commit(Consumer<Session> work) {
        Connection none = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                    throw new IllegalStateException("nothing is asked of the connection here");
                });
        inTransaction = new ArrayList<>();
        work.accept(new Session(none, SQLDialect.POSTGRES));
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
        commits.incrementAndGet();
        made.addAll(inTransaction);
    }

    /** Begins a write that does not end before the others wait for it, and returns all. */
    private List<FutureTask<String>> together(Consumer<Integer> work) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allWait = new CountDownLatch(1);
        List<FutureTask<String>> tasks = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        start(tasks, threads, "first", () -> {
            begun.countDown();
            await(allWait);
            LockSupport.parkNanos(firstTakes.toNanos());
        });
        begun.await();
        for (int i = 0; i < TOGETHER; i++) {
            int number = i;
            start(tasks, threads, "write " + i, () -> work.accept(number));
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
        allWait.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return tasks;
    }

    private void start(List<FutureTask<String>> tasks, List<Thread> threads, String name, Runnable work) {
        FutureTask<String> task = new FutureTask<>(() -> writes.write((link, recent) -> {
            work.run();
            inTransaction.add(name);
            return name;
        }));
        Thread thread = new Thread(task, name);
        tasks.add(task);
        threads.add(thread);
        thread.start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable failure(FutureTask<String> task) {
        return Objects.requireNonNull(
                assertThrows(ExecutionException.class, task::get).getCause());
    }

    @Test
    void writes_that_wait_share_a_commit_and_each_gets_its_own_result() throws Exception {
        List<FutureTask<String>> tasks = together(number -> {});
        assertEquals(1, commits.get());
        assertEquals(1 + TOGETHER, made.size());
        assertEquals("first", tasks.get(0).get());
        for (int i = 0; i < TOGETHER; i++) {
            assertEquals("write " + i, tasks.get(i + 1).get());
        }
    }

    @Test
    void who_came_while_the_first_waited_for_another_service_shares_its_commit() throws Exception {
        writes = new GatheredWrites(this::commit, new KeptTables(), Duration.ZERO);
        firstTakes = Duration.ofMillis(300);
        together(number -> {});
        assertEquals(1 + TOGETHER, made.size());
        assertTrue(commits.get() <= TOGETHER, () -> commits + " commits, as many as writes");
    }

    @Test
    void a_write_that_fails_harms_none_that_shares_its_commit() throws Exception {
        List<FutureTask<String>> tasks = together(number -> {
            if (number % 3 == 1) {
                throw LedgerException.conflict("on purpose " + number);
            }
        });
        for (int i = 0; i < TOGETHER; i++) {
            if (i % 3 == 1) {
                assertEquals("on purpose " + i, failure(tasks.get(i + 1)).getMessage());
            } else {
                assertEquals("write " + i, tasks.get(i + 1).get());
            }
        }
        assertEquals(1 + TOGETHER - TOGETHER / 3, made.size());
        assertEquals(made.size(), made.stream().distinct().count());
    }

    @Test
    void a_write_that_failed_of_what_was_rolled_back_with_it_is_tried_alone() throws Exception {
        List<FutureTask<String>> tasks = together(number -> {
            if (number == 3 && !inTransaction.isEmpty()) {
                throw LedgerException.conflict("only alone");
            }
        });
        assertEquals("write 3", tasks.get(4).get());
        assertEquals(1 + TOGETHER, made.stream().distinct().count());
        assertEquals(1 + TOGETHER, made.size());
        assertEquals(2, commits.get());
    }

    @Test
    void nobody_tries_again_what_a_failed_commit_may_have_kept() throws Exception {
        refusals = List.of(new LedgerException(Reason.STORE_UNAVAILABLE, "lost in the commit", List.of()));
        AtomicInteger runs = new AtomicInteger();
        List<FutureTask<String>> tasks = together(number -> runs.incrementAndGet());
        for (FutureTask<String> task : tasks) {
            assertEquals("lost in the commit", failure(task).getMessage());
        }
        assertEquals(TOGETHER, runs.get());
        assertEquals(List.of(), made);
    }

    @Test
    void a_failure_of_the_store_is_everybodys_at_once() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        List<FutureTask<String>> tasks = together(number -> {
            runs.incrementAndGet();
            throw new LedgerException(Reason.STORE_FULL, "no room", List.of());
        });
        for (FutureTask<String> task : tasks) {
            assertEquals("no room", failure(task).getMessage());
        }
        assertEquals(TOGETHER, runs.get());
        assertEquals(0, commits.get());
    }

    @Test
    void a_write_inside_a_write_is_refused() {
        assertInstanceOf(
                IllegalStateException.class,
                assertThrows(
                        IllegalStateException.class,
                        () -> writes.write((link, recent) -> writes.write((inner, same) -> "never"))));
        assertEquals(List.of(), made);
    }
}
