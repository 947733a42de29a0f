/** The service that is compared: how it runs as a function and as a server, and what to ask it. */
@NullMarked
package dev.breakeven.comparison.service;

import org.jspecify.annotations.NullMarked;
