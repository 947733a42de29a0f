#!/bin/sh
# As in Lambda's tutorial for custom runtimes: a shell, curl, and a new connection for every call.
headers="$(mktemp)"
while true; do
    curl -sS -o /dev/null -D "$headers" "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next"
    id=$(grep -Fi Lambda-Runtime-Aws-Request-Id "$headers" | tr -d '[:space:]' | cut -d: -f2)
    curl -sS -o /dev/null "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$id/response" \
        -d '{"statusCode": 200, "body": "from a shell"}'
done
