package org.sealpost.model;

import java.security.cert.X509Certificate;
import org.sealpost.crypto.Capabilities;

/**
 * What somebody outside is sealed to.
 *
 * @param reads what that person's mail program announced that it reads
 */
public record ContactKey(X509Certificate certificate, Capabilities reads) {}
