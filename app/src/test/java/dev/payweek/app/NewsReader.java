package dev.payweek.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** One who listens to one of several services, and when that is gone goes on at the next where they had come to. */
final class NewsReader implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Instances instances;
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final List<String> thresholds = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "reader");
    private volatile String last = "";
    private volatile String first = "";
    private volatile boolean over;
    private int which;

    NewsReader(Instances instances, int first) throws InterruptedException {
        this.instances = instances;
        this.which = first;
        thread.setDaemon(true);
        thread.start();
        begun.await();
    }

    /** Returns the version of the ledger and the last number in it, after which this one has heard everything. */
    List<Long> begin() {
        return Stream.of(first.split("\\.", -1)).map(Long::valueOf).toList();
    }

    /** Returns the versions of the ledger that were heard of, in the order that they were. */
    List<Long> versions() {
        return changes.stream()
                .map(data -> Long.valueOf(data.replaceAll(".*\"version\":([0-9]+).*", "$1")))
                .toList();
    }

    /** Returns the ids of the threshold events that were heard of, in order. */
    List<Long> thresholds() {
        return thresholds.stream()
                .map(data -> Long.valueOf(data.replaceAll(".*\"id\":([0-9]+).*", "$1")))
                .sorted()
                .toList();
    }

    private void read() {
        while (!over) {
            try {
                URI address = instances.address(which).resolve("/events");
                HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
                if (!last.isEmpty()) {
                    request.header("Last-Event-ID", last);
                }
                HttpResponse<Stream<String>> answer = client.send(request.build(), BodyHandlers.ofLines());
                if (answer.statusCode() == 200) {
                    hear(answer.body().iterator());
                }
                which++;
            } catch (IOException | UncheckedIOException gone) {
                which++;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear(Iterator<String> lines) {
        String name = "";
        String id = "";
        while (!over && lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                heard(name, line.substring(6));
                last = id.isEmpty() ? last : id;
                first = first.isEmpty() ? last : first;
                begun.countDown();
            }
        }
    }

    private void heard(String name, String data) {
        if (name.equals("change")) {
            changes.add(data);
        } else if (name.equals("threshold")) {
            thresholds.add(data);
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}
