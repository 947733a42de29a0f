/**
 * The same service on AWS's own event classes, for those who want the contract in types. It is not deployed: reading events
 * through these classes makes a cold start several times longer, which is worth a measurement of its own.
 */
@NullMarked
package dev.breakeven.lambda.typed;

import org.jspecify.annotations.NullMarked;
