package org.sealpost.addressbook;

import com.unboundid.ldap.protocol.LDAPMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.sealpost.crypto.BadEncoding;

/** One program's connection, from its acceptance to its end. */
final class Connection implements Runnable, AutoCloseable {
    private static final Logger LOG = System.getLogger(Connection.class.getName());
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final Socket accepted;
    private final ServerTls tls;
    private final Conversation conversation;
    private final Instant since;

    Connection(Socket accepted, ServerTls tls, Conversation conversation, Instant since) {
        this.accepted = accepted;
        this.tls = tls;
        this.conversation = conversation;
        this.since = since;
    }

    /** When it was accepted. */
    Instant since() {
        return since;
    }

    /** The address that it comes from. */
    static String caller(Socket socket) {
        return socket.getInetAddress().getHostAddress();
    }

    String caller() {
        return caller(accepted);
    }

    @Override
    @SuppressWarnings("IllegalCatch") // what nobody foresaw must end one connection, with a line in the log
    public void run() {
        try (accepted;
                SSLSocket socket = tls.over(accepted)) {
            accepted.setSoTimeout(Math.toIntExact(IDLE.toMillis()));
            accepted.setTcpNoDelay(true);
            accepted.setSoLinger(true, Math.toIntExact(PARTING.toSeconds())); // whoever does not read is not waited for
            talk(socket);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "A connection to the address book has ended: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A search in the address book failed for a reason that nobody foresaw", e);
        }
    }

    private void talk(SSLSocket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            Optional<byte[]> frame = Frame.next(socket.getInputStream());
            while (frame.isPresent() && conversation.take(frame.get(), answer -> send(answer, out))) {
                Arrays.fill(frame.get(), (byte) 0); // it may have been a password
                frame = Frame.next(socket.getInputStream());
            }
        } catch (BadEncoding e) {
            send(Results.disconnection(), out);
        } finally {
            if (!accepted.isClosed()) {
                accepted.setSoTimeout(Math.toIntExact(PARTING.toMillis())); // the end of TLS has to be answered in time
            }
        }
    }

    private static void send(LDAPMessage answer, OutputStream out) {
        try {
            out.write(answer.encode().encode());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From another thread, which does not wait for the other side: TLS is not taken leave of. */
    @Override
    public void close() {
        try {
            accepted.setSoLinger(false, 0);
            accepted.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection to the address book does not close: {0}", e.getMessage());
        }
    }
}
