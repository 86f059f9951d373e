package org.sealpost.it;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A name server on the loopback address that knows some texts and nothing else. */
final class NameServer implements AutoCloseable {
    private static final int LONGEST = 255;

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    NameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    void tell(String name, String text) {
        texts.put(name + ".", text);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        byte[] octets = new byte[4096];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(octets, octets.length);
            try {
                socket.receive(packet);
                ByteBuffer question = ByteBuffer.wrap(octets, 0, packet.getLength());
                byte[] answer = answer(new Message(question)).toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // closed, or a question that cannot be read: no answer
            }
        }
    }

    private Message answer(Message question) throws IOException {
        Name name = question.getQuestion().getName();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        String text = texts.get(name.toString());
        if (text == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            answer.addRecord(new TXTRecord(name, DClass.IN, 60, parts(text)), Section.ANSWER);
        }
        return answer;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += LONGEST) {
            parts.add(text.substring(at, Math.min(text.length(), at + LONGEST)));
        }
        return parts;
    }

    @Override
    public void close() {
        socket.close();
    }
}
