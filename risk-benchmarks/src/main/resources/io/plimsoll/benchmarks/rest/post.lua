-- Posts one body over and over; the benchmark appends the name of its file. Prints the result on one line at the end.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

function init(args)
    local file = assert(io.open(args[1], "rb"))
    wrk.body = file:read("*a")
    file:close()
    request_bytes = wrk.format()
end

function request()
    return request_bytes
end

function done(summary, latency, requests)
    local errors = summary.errors
    print(string.format("result %d %d %d %d %d",
        summary.requests,
        summary.duration,
        latency:percentile(50),
        latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
