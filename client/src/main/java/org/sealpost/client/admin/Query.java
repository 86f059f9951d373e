package org.sealpost.client.admin;

import org.jspecify.annotations.Nullable;

/** A question's path with its query; what was not said is left out. */
final class Query {
    private final StringBuilder text;
    private char joint = '?';

    Query(String path) {
        text = new StringBuilder(path);
    }

    Query with(String name, @Nullable String value) {
        if (value != null) {
            text.append(joint).append(name).append('=').append(AdminVerb.encoded(value));
            joint = '&';
        }
        return this;
    }

    /** Path and query. */
    @Override
    public String toString() {
        return text.toString();
    }
}
