package org.sealpost.revocation;

import org.sealpost.lock.KeyRing;
import org.sealpost.ocsp.OcspRefusal;
import org.sealpost.ocsp.Responder;
import org.sealpost.ocsp.StatusRequest;

/** Asks a bureau's responder, whose timer strikes when a test says so. */
final class StatusDesk {
    private final Bureau bureau;
    private final StatusService service;
    private final ResponderTimer timer;

    StatusDesk(Bureau bureau) {
        this.bureau = bureau;
        this.service = bureau.assembly.get(StatusService.class);
        this.timer = bureau.assembly.get(ResponderTimer.class);
    }

    /** One stroke of the timer. */
    void renew() {
        bureau.assembly.run(timer::renew);
    }

    StatusReply.Signed signed(byte[] question) {
        return (StatusReply.Signed) reply(question);
    }

    OcspRefusal refused(byte[] question) {
        return ((StatusReply.Refused) reply(question)).why();
    }

    Responder responder() {
        return bureau.assembly.get(KeyRing.class).use(running -> running.responder());
    }

    private StatusReply reply(byte[] question) {
        return bureau.assembly.inTransaction(() -> service.answer(StatusRequest.parse(question)));
    }
}
