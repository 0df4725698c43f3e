package dev.payweek.http;

import dev.payweek.rest.http.Shares;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

/**
 * The connections that are open. No address has so many that others find none, and whoever is on one must come to the
 * point: a byte now and then keeps Jetty's own idle timeout away for ever.
 */
final class Visits extends Handler.Wrapper implements Connection.Listener {

    private static final String VISIT = Visits.class.getName();

    /** One address may have eight times as many connections as are still free. */
    private static final int EASE = 8;

    private static final long NEVER = Long.MAX_VALUE;

    private final Shares places;
    private final Patience patience;
    private final Map<Connection, Visit> open = new ConcurrentHashMap<>();

    /** Somebody's being there, and until when something must have come of it. */
    private static final class Visit {
        private final String address;
        private volatile long due;

        Visit(String address, long due) {
            this.address = address;
            this.due = due;
        }
    }

    Visits(int most, Patience patience) {
        this.places = new Shares(most, EASE);
        this.patience = patience;
    }

    @Override
    protected void doStart() throws Exception {
        for (Connector connector : getServer().getConnectors()) {
            if (connector instanceof ContainerLifeCycle container) {
                container.addBean(this);
            }
        }
        super.doStart();
    }

    @Override
    public void onOpened(Connection connection) {
        String address = connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? Answered.plain(remote.getAddress().getHostAddress())
                : "";
        if (places.take(address, 1)) {
            open.put(connection, new Visit(address, in(patience.head())));
        } else {
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Visit visit = open.remove(connection);
        if (visit != null) {
            places.give(visit.address, 1);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Visit visit = open.get(request.getConnectionMetaData().getConnection());
        if (visit != null) {
            // Whoever takes in a body, or sends for long, looks after the time that takes.
            visit.due = NEVER;
            request.setAttribute(VISIT, visit);
            Request.addCompletionListener(request, failure -> visit.due = in(patience.head()));
        }
        return super.handle(request, response, callback);
    }

    /** A short answer is on its way, which may not take for ever. */
    void answering(Request request) {
        if (request.getAttribute(VISIT) instanceof Visit visit && visit.due == NEVER) {
            visit.due = in(patience.answer());
        }
    }

    private static long in(Duration time) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) + time.toMillis();
    }

    /** Cuts off whoever takes too long. */
    void cutOffTheLate() {
        long now = in(Duration.ZERO);
        open.forEach((connection, visit) -> {
            if (visit.due < now) {
                connection.getEndPoint().close(new TimeoutException("the caller takes too long"));
            }
        });
    }

    int count() {
        return open.size();
    }
}
