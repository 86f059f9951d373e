/**
 * What the whole world may fetch: the revocation lists, answers about single certificates, the certificate of the
 * authority, and whether this server is well. Nothing here needs a login, and nothing here changes anything.
 */
@NullMarked
package org.sealpost.web.pki;

import org.jspecify.annotations.NullMarked;
