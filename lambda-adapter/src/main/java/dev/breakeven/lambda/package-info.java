/**
 * The core as a function: what API Gateway, a function URL or a load balancer sends as JSON becomes a {@link
 * dev.breakeven.core.Request}, and the response becomes the JSON that the same front expects. {@link
 * dev.breakeven.lambda.StreamHandler} is what runs in Lambda.
 */
@NullMarked
package dev.breakeven.lambda;

import org.jspecify.annotations.NullMarked;
