package org.sealpost.bearer;

import java.util.List;
import org.sealpost.protocol.Unavailable;

/** The identity provider does not say what a token is worth, or nothing that can be understood. */
public final class ProviderUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    ProviderUnavailable(Throwable cause) {
        super("bearer-provider-unavailable", cause, List.of());
    }
}
