package org.sealpost.web.console;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.web.Texts;

/** Keeps the keys of the notices that a page would show. */
final class NoticesStandIn extends Texts {

    final List<String> shown = new ArrayList<>();

    @Override
    public void done(String key, Object... arguments) {
        shown.add(key);
    }
}
