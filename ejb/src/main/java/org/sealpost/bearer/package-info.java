/**
 * Bearer tokens of the organisation's identity provider, as the login of a program. Guards the rule that a token says who
 * somebody is and nothing else: it counts only while the provider vouches for it, only when it was issued for this server,
 * and what its owner may do is the directory's to say.
 */
@NullMarked
package org.sealpost.bearer;

import org.jspecify.annotations.NullMarked;
