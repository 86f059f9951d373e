/**
 * Programs that log in with a bearer token, at the REST interface alone. Guards the rule that a request with such a token is
 * its owner's or nobody's, whatever else it carries.
 */
@NullMarked
package org.sealpost.web.bearer;

import org.jspecify.annotations.NullMarked;
