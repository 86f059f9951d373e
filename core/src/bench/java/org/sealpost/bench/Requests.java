package org.sealpost.bench;

import java.util.Base64;
import org.sealpost.protocol.EnrolmentRequest;

/** Requests as they go over the wire. */
final class Requests {
    private Requests() {}

    static String json(EnrolmentRequest request) {
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"address\":\"" + request.address() + "\",\"token\":\"" + request.token() + "\",\"signingRequest\":\""
                + base64.encodeToString(request.signingRequest()) + "\",\"transportKey\":\""
                + base64.encodeToString(request.transportKey()) + "\"}";
    }
}
