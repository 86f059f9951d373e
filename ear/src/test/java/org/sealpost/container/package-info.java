/**
 * The built application deployed to the assembled server, with tests that run beside it inside the container. Guards what
 * only real transactions, real logins and a real class loader can show.
 */
@NullMarked
package org.sealpost.container;

import org.jspecify.annotations.NullMarked;
