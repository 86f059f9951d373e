package org.sealpost.architecture.probe.settings;

import jakarta.ejb.Schedule;
import jakarta.persistence.Query;
import java.util.function.Supplier;

/** Works on every server, and past the fence. */
class RestlessSweep {
    private final Supplier<Query> statement;

    RestlessSweep(Supplier<Query> statement) {
        this.statement = statement;
    }

    @Schedule
    void sweep() {
        statement.get().executeUpdate();
    }
}
