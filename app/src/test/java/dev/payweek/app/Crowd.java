package dev.payweek.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many callers at once who behave alike, on one thread: each says something when it is connected, then a little each
 * second, and reads what comes, or little of it.
 */
final class Crowd implements AutoCloseable {

    private static final int AT_ONCE = 200;
    private static final byte[] NEWS = "event: change\n".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress service;
    private final Manners manners;
    private final Selector selector = Selector.open();
    private final List<Member> members = new ArrayList<>();
    private final ByteBuffer heard = ByteBuffer.allocate(16 * 1024);
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger news = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "crowd");
    private volatile boolean over;

    /**
     * How they behave.
     *
     * @param count how many there are
     * @param first what each says at once, a byte a character; where there are several, one after the other
     * @param then what each goes on with, a piece of it each second, again and again
     * @param piece how many bytes of that
     * @param reads how many bytes each takes in a second
     */
    record Manners(int count, List<String> first, String then, int piece, int reads) {

        /** They say something and take what comes. */
        static Manners saying(int count, String... first) {
            return new Manners(count, List.of(first), "", 0, Integer.MAX_VALUE);
        }

        private byte[] firstOf(int number) {
            return first.get(number % first.size()).getBytes(StandardCharsets.ISO_8859_1);
        }

        Manners dripping(String bytes, int each) {
            return new Manners(count, first, bytes, each, reads);
        }

        Manners reading(int each) {
            return new Manners(count, first, then, piece, each);
        }
    }

    /** One of them. */
    private static final class Member {
        private final SocketChannel channel;
        private ByteBuffer saying;
        private int matched;
        private int mayRead;
        private boolean isAnswered;

        Member(SocketChannel channel, byte[] first) {
            this.channel = channel;
            this.saying = ByteBuffer.wrap(first);
        }
    }

    Crowd(int port, Manners manners) throws IOException {
        this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.manners = manners;
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns how many got through. */
    int connected() {
        return connected.get();
    }

    /** Returns how many heard anything. */
    int answered() {
        return answered.get();
    }

    /** Returns how many were cut off, or could not come in. */
    int left() {
        return left.get();
    }

    /** Returns how many changes were heard of, by all of them together. */
    int news() {
        return news.get();
    }

    private void run() {
        long nextSecond = System.nanoTime();
        try {
            while (!over) {
                comeIn();
                selector.select(this::serve, 20);
                if (System.nanoTime() >= nextSecond) {
                    nextSecond += TimeUnit.SECONDS.toNanos(1);
                    for (Member member : members) {
                        second(member);
                    }
                }
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** A few at a time, so that no listener's queue is what is measured. */
    private void comeIn() throws IOException {
        while (members.size() < manners.count() && members.size() - connected.get() - left.get() < AT_ONCE) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            if (manners.reads() < Integer.MAX_VALUE) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
            }
            var member = new Member(channel, manners.firstOf(members.size()));
            member.mayRead = manners.reads();
            members.add(member);
            channel.register(selector, SelectionKey.OP_CONNECT, member);
            channel.connect(service);
        }
    }

    private void serve(SelectionKey key) {
        Member member = (Member) key.attachment();
        try {
            if (key.isConnectable() && member.channel.finishConnect()) {
                connected.incrementAndGet();
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
            if (key.isValid() && key.isWritable()) {
                member.channel.write(member.saying);
                if (!member.saying.hasRemaining()) {
                    key.interestOps(key.interestOps() & ~SelectionKey.OP_WRITE);
                }
            }
            if (key.isValid() && key.isReadable()) {
                hear(member, key);
            }
        } catch (IOException failure) {
            leave(member, key);
        }
    }

    private void hear(Member member, SelectionKey key) throws IOException {
        heard.clear().limit(Math.min(heard.capacity(), Math.max(member.mayRead, 1)));
        int count = member.channel.read(heard);
        if (count < 0) {
            leave(member, key);
            return;
        }
        if (!member.isAnswered && count > 0) {
            member.isAnswered = true;
            answered.incrementAndGet();
        }
        for (int i = 0; i < count; i++) {
            byte one = heard.get(i);
            member.matched = one == NEWS[member.matched] ? member.matched + 1 : one == NEWS[0] ? 1 : 0;
            if (member.matched == NEWS.length) {
                news.incrementAndGet();
                member.matched = 0;
            }
        }
        if (manners.reads() < Integer.MAX_VALUE) {
            member.mayRead -= count;
            if (member.mayRead <= 0) {
                key.interestOps(key.interestOps() & ~SelectionKey.OP_READ);
            }
        }
    }

    private void second(Member member) {
        SelectionKey key = member.channel.keyFor(selector);
        if (key == null || !key.isValid() || !member.channel.isConnected()) {
            return;
        }
        member.mayRead = manners.reads();
        int interest = key.interestOps() | SelectionKey.OP_READ;
        if (!manners.then().isEmpty() && !member.saying.hasRemaining()) {
            byte[] piece = new byte[manners.piece()];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = (byte) manners.then().charAt(i % manners.then().length());
            }
            member.saying = ByteBuffer.wrap(piece);
            interest |= SelectionKey.OP_WRITE;
        }
        key.interestOps(interest);
    }

    private void leave(Member member, SelectionKey key) {
        left.incrementAndGet();
        key.cancel();
        try {
            member.channel.close();
        } catch (IOException alreadyGone) {
            // It has left either way.
            member.isAnswered = true;
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Member member : members) {
            member.channel.close();
        }
        selector.close();
    }
}
