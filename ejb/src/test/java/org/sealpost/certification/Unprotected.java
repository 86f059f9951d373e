package org.sealpost.certification;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIHeaderBuilder;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;

/** Messages that nothing protects. */
final class Unprotected {
    private Unprotected() {}

    static byte[] message(PKIBody body) throws IOException {
        GeneralName nobody = new GeneralName(new X500Name("CN=Nobody"));
        PKIHeaderBuilder header = new PKIHeaderBuilder(PKIHeader.CMP_2000, nobody, nobody);
        header.setTransactionID(bytes());
        header.setSenderNonce(bytes());
        return new PKIMessage(header.build(), body).getEncoded();
    }

    private static byte[] bytes() {
        byte[] made = new byte[16];
        new SecureRandom().nextBytes(made);
        return made;
    }
}
