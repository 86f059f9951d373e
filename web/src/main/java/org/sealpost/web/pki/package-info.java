/**
 * What the whole world may fetch: the revocation lists, answers about single certificates, the certificate of the
 * authority, if the organisation wants that the certificate to an address, and whether this server is well. Nothing here
 * needs a login, and nothing here changes anything.
 */
@NullMarked
package org.sealpost.web.pki;

import org.jspecify.annotations.NullMarked;
