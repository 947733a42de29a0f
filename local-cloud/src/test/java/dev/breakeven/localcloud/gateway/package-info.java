/** Events and answers beside the form that AWS documents for them. */
@NullMarked
package dev.breakeven.localcloud.gateway;

import org.jspecify.annotations.NullMarked;
