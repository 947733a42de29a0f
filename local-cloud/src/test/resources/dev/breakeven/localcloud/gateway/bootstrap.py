#!/usr/bin/env python3
"""A function without anybody's runtime: it polls the Runtime API with the standard library, and does what the path says."""
import base64
import http.client
import json
import os
import sys
import time

RUNTIME = "/2018-06-01/runtime/"
connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])


def call(method, path, body=None, headers={}, chunked=False):
    connection.request(method, RUNTIME + path, body, headers, encode_chunked=chunked)
    response = connection.getresponse()
    return response, response.read()


def text(body, content_type="text/plain"):
    return json.dumps({"statusCode": 200, "headers": {"content-type": content_type}, "body": body})


def answer(request_id, event):
    fields = json.loads(event)
    path = fields.get("rawPath") or fields.get("path") or "/"
    response = "invocation/" + request_id + "/response"
    word = path.rpartition("/")[2]
    if word == "event":
        return call("POST", response, text(event.decode(), "application/json"))
    if word == "environment":
        return call("POST", response, text("\n".join(sorted(os.environ))))
    if word == "address":
        return call("POST", response, text(os.environ["AWS_LAMBDA_RUNTIME_API"]))
    if word == "pid":
        return call("POST", response, text(str(os.getpid())))
    if word == "exit":
        sys.exit(7)
    if word == "hang":
        time.sleep(3600)
    if word == "garbage":
        sys.stdout.buffer.write(b"\xff\xfe{]\0 no end of line")
        sys.stdout.flush()
        return call("POST", response, text("printed"))
    if word == "late":
        time.sleep(float(fields["queryStringParameters"]["seconds"]))
        return call("POST", response, text("late"))
    if word == "twice":
        call("POST", response, text("first"))
        second, _ = call("POST", response, text("second"))
        print("the second answer was given", second.status, flush=True)
        return None
    if word == "unknown":
        unknown, _ = call("POST", "invocation/00000000-0000-0000-0000-000000000000/response", "{}")
        return call("POST", response, text(str(unknown.status)))
    if word == "malformed":
        return call("POST", response, "this is no JSON")
    if word == "error":
        error = json.dumps({"errorType": "Broken", "errorMessage": "as was asked"})
        return call("POST", "invocation/" + request_id + "/error", error,
                    {"lambda-runtime-function-error-type": "Broken"})
    if word == "nulls":
        return call("POST", response, json.dumps(
            {"statusCode": 200, "headers": None, "multiValueHeaders": None, "body": "{}", "isBase64Encoded": False}))
    if word == "binary":
        body = base64.b64encode(bytes([0, 255, 128])).decode()
        return call("POST", response, json.dumps(
            {"statusCode": 200, "headers": {"content-type": "image/png"}, "multiValueHeaders": {"content-type": ["image/png"]},
             "body": body, "isBase64Encoded": True}))
    if word == "stream":
        prelude = json.dumps({"statusCode": 201, "headers": {"X-Streamed": "yes"}, "cookies": ["a=1"]}).encode()
        return call("POST", response, iter([prelude, bytes(8), b"in ", b"pieces"]), {
            "Content-Type": "application/vnd.awslambda.http-integration-response",
            "Lambda-Runtime-Function-Response-Mode": "streaming",
            "Transfer-Encoding": "chunked"}, True)
    if word == "large":
        return call("POST", response, text("x" * 6291556))
    return call("POST", response, text("ok"))


if os.environ.get("INIT") == "exit":
    sys.exit(3)
if os.environ.get("INIT") == "hang":
    time.sleep(3600)
while True:
    invocation, event = call("GET", "invocation/next")
    answer(invocation.getheader("lambda-runtime-aws-request-id"), event)
