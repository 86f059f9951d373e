package org.sealpost.client.command;

import jakarta.json.JsonStructure;
import picocli.CommandLine.Option;

/** Whether the result is for a program: one line of JSON instead of words. */
public final class JsonOption {
    @Option(names = "--json")
    boolean json;

    /** Whether JSON is wanted. */
    public boolean wanted() {
        return json;
    }

    /** Prints the result in the form that is wanted. */
    public void print(Surroundings here, JsonStructure result, Runnable words) {
        if (json) {
            here.terminal().out().println(result);
        } else {
            words.run();
        }
    }
}
