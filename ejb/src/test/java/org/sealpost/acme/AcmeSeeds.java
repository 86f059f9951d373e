package org.sealpost.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the good input of both targets, and what was found wrong once, into a folder each, for Jazzer to begin with. */
final class AcmeSeeds {
    private AcmeSeeds() {}

    public static void main(String... arguments) throws IOException {
        for (AcmeTarget target : AcmeTarget.values()) {
            Path folder = Files.createDirectories(Path.of(arguments[0], target.name()));
            int number = 0;
            for (byte[] seed : target.seeds()) {
                Files.write(folder.resolve("seed-" + number++), seed);
            }
            for (Path finding : target.findings()) {
                Files.copy(finding, folder.resolve(finding.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
