package org.sealpost.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.sealpost.peers.Cast.Person;
import org.sealpost.pki.Certificates;

/** NSS, the engine of Thunderbird, by its {@code cmsutil}, {@code certutil} and {@code pk12util}. */
final class NssPeer implements Peer {

    private final Command command;

    NssPeer(Path folder) throws IOException {
        command = new Command(folder, Map.of());
        command.write("password.txt", Cast.PASSWORD + "\n");
        command.write("ca.pem", Certificates.pem(Cast.AUTHORITY.certificate()));
        newStore("store");
        command.run("certutil -A -d sql:store -n authority -t C,C,C -i ca.pem");
        for (Person person : Cast.ALL) {
            command.write("who.pem", person.certificatePem());
            command.write("who.key", person.keyPem());
            command.run(
                    "openssl pkcs12 -export -in who.pem -inkey who.key -passout file:password.txt -out who.p12 -name "
                            + person.name());
            command.run("pk12util -i who.p12 -d sql:store -w password.txt");
        }
    }

    private void newStore(String name) throws IOException {
        Files.createDirectory(command.file(name));
        command.run("certutil -N -d sql:" + name + " --empty-password");
    }

    @Override
    public String name() {
        return command.run("dpkg-query -W -f ${Version} libnss3-tools")
                .replaceFirst("(?s)^(?:\\d+:)?(\\d+\\.\\d+).*", "NSS $1");
    }

    @Override
    public void importKeys(byte[] pkcs12) {
        try {
            String store = Files.createTempDirectory(command.file(""), "import")
                    .getFileName()
                    .toString();
            command.run("certutil -N -d sql:" + store + " --empty-password");
            command.write("keys.p12", pkcs12);
            command.run("pk12util -i keys.p12 -d sql:" + store + " -w password.txt");
            command.run("certutil -K -d sql:" + store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] open(byte[] cms, Person reader) {
        return decode(cms, "");
    }

    @Override
    public byte[] verify(byte[] cms) {
        return decode(cms, "");
    }

    @Override
    public void verify(byte[] cms, byte[] content) {
        command.write("content", content);
        decode(cms, " -c content");
    }

    private byte[] decode(byte[] cms, String options) {
        command.write("in.der", cms);
        command.run("cmsutil -D -d sql:store -i in.der -o out" + options);
        return command.read("out");
    }

    /** The command takes the format that it thinks best, and knows neither OAEP nor EC recipients. */
    @Override
    public byte[] encrypt(byte[] content, Encrypting how) {
        boolean ec = how.readers().stream().anyMatch(reader -> !reader.rsa());
        if (!how.cipher().equals("aes-128-cbc") || how.oaep()) {
            throw new NotWritten(how.cipher());
        }
        command.write("content", content);
        String readers =
                String.join(",", how.readers().stream().map(Person::address).toList());
        try {
            command.run("cmsutil -E -d sql:store -i content -o out.der -r " + readers);
        } catch (PeerRefuses e) {
            throw ec ? new NotWritten(e.said()) : e;
        }
        return command.read("out.der");
    }

    @Override
    public byte[] sign(byte[] content, Signing how) {
        if (how.pss()) {
            throw new NotWritten("RSA-PSS");
        }
        command.write("content", content);
        String arguments = "cmsutil -S -d sql:store -G -P -Y NONE -i content -o out.der -N "
                + how.signer().name()
                + " -H "
                + how.digest().toUpperCase(Locale.ROOT)
                + (how.apart() ? " -T" : "");
        try {
            command.run(arguments);
        } catch (PeerRefuses e) {
            throw how.digest().equals("md5") ? new NotWritten(e.said()) : e;
        }
        return command.read("out.der");
    }

    @Override
    public void close() {
        // nothing runs on
    }
}
