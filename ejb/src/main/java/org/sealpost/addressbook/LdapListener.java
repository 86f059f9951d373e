package org.sealpost.addressbook;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Accepts connections, a bounded number altogether and from each address. What was open for too long makes room when
 * somebody else comes: a mail program connects again by itself.
 */
final class LdapListener implements AutoCloseable {
    /** Connections at a time. */
    static final int MOST = 64;

    /** Of these from one address. */
    static final int MOST_OF_ONE = 8;

    /** After that long a connection makes room. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(LdapListener.class.getName());

    private final ServerSocket door;
    private final ServerTls tls;
    private final Function<String, Conversation> conversations;
    private final ThreadFactory threads;
    private final Clock clock;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /**
     * @param door where programs connect; closed with this
     * @param tls what they speak there from the first octet
     * @param conversations makes one for a caller's address
     */
    LdapListener(
            ServerSocket door,
            ServerTls tls,
            Function<String, Conversation> conversations,
            ThreadFactory threads,
            Clock clock) {
        this.door = door;
        this.tls = tls;
        this.conversations = conversations;
        this.threads = threads;
        this.clock = clock;
    }

    /** Begins to accept, in a thread of its own. */
    void start() {
        threads.newThread(this::accept).start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                admit(door.accept());
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.log(Level.WARNING, "The address book cannot accept a connection: {0}", e.getMessage());
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        Instant now = clock.instant();
        open.stream().filter(one -> one.since().plus(LONGEST).isBefore(now)).forEach(Connection::close);
        String caller = Connection.caller(socket);
        long own = open.stream().filter(one -> one.caller().equals(caller)).count();
        if (own >= MOST_OF_ONE || open.size() >= MOST) {
            socket.close();
            return;
        }
        Connection connection = new Connection(socket, tls, conversations.apply(caller), now);
        open.add(connection);
        threads.newThread(() -> {
                    connection.run();
                    open.remove(connection);
                })
                .start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Connection::close);
    }
}
