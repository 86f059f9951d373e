package org.sealpost.server;

/**
 * A server that lives for a minute. Java's second compiler makes it faster only after that minute, so it keeps to what is
 * worth it at once, cryptography and the libraries under it; a third of the work of such a server is saved.
 */
public final class ShortLived {
    /** Options of its Java. */
    public static final String OPTIONS =
            "-Xms448m -XX:+UnlockDiagnosticVMOptions -XX:CompileCommand=quiet -XX:CompilerDirectivesFile="
                    + Command.repository().resolve("ear/src/test/resources/second-compiler.json");

    private ShortLived() {}
}
