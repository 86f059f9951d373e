package org.sealpost.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.server.Command;

/** Other people's programs beside one server: curl, openssl and OpenLDAP's, with their files in one folder. */
final class Stranger {
    private static final String BASE = "dc=corp,dc=example";
    private static final String PASSWORD = "password";

    private final SampleServer server;
    private final Path folder;

    Stranger(SampleServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Fetches what is at a path into a file. @return the answer's status */
    String curl(String file, String path, String... words) {
        List<String> all = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--output", path(file)));
        all.addAll(List.of(
                "--write-out", "%{http_code}", "--cacert", server.certificate().toString()));
        all.addAll(List.of(words));
        all.add(server.url() + path);
        return Command.run(Map.of(), all).output();
    }

    /** What {@code openssl} says; files are {@code @file}. */
    String openssl(String... words) {
        List<String> all = new ArrayList<>(List.of("openssl"));
        for (String word : words) {
            all.add(word.startsWith("@") ? path(word.substring(1)) : word);
        }
        return Command.run(Map.of(), all).output();
    }

    /** Searches below the base as somebody of the sample. @param words options, filter and attributes */
    Command ldapsearch(String login, String... words) {
        List<String> all = new ArrayList<>(List.of("-LLL", "-o", "ldif-wrap=no", "-b", BASE));
        all.addAll(List.of(words));
        return ldap("ldapsearch", login, server.password(login.split("@")[0]), all);
    }

    /** One of OpenLDAP's programs. @param login nobody if it is empty */
    Command ldap(String program, String login, String password, List<String> words) {
        // by its number, because libldap takes the name localhost for the machine's own, which no certificate has
        List<String> all =
                new ArrayList<>(List.of(program, "-x", "-H", "ldaps://127.0.0.1:" + server.addressBookPort()));
        if (!login.isEmpty()) {
            keep(password);
            all.addAll(List.of("-D", login, "-y", path(PASSWORD)));
        }
        all.addAll(words);
        return Command.run(Map.of("LDAPTLS_CACERT", server.certificate().toString()), all);
    }

    /** For its owner only, or the programs warn; the whole file is the password, a line's end would be too. */
    private void keep(String password) {
        try {
            Path file = folder.resolve(PASSWORD);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one value of an attribute that a program has printed in base64 (RFC 2849), kept in a file. */
    void keep(Command search, String attribute, String file) {
        Matcher line = Pattern.compile("(?im)^" + Pattern.quote(attribute) + ":: (\\S+)$")
                .matcher(search.output());
        if (!line.find()) {
            throw new AssertionError(search.output());
        }
        write(file, Base64.getDecoder().decode(line.group(1)));
    }

    void write(String file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        return new String(read(file), StandardCharsets.UTF_8);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }
}
