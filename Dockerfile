# The pages in static/ are committed, so the image needs Go alone.
FROM --platform=$BUILDPLATFORM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# What `zayavka version` says; `make image` and compose give them.
ARG VERSION COMMIT TARGETARCH
RUN GOARCH="$TARGETARCH" make build VERSION="$VERSION" COMMIT="$COMMIT" && mkdir -p /out/data && mv zayavka /out/

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/zayavka /usr/local/bin/zayavka
COPY --from=build --chown=65532:65532 /out/data /data
COPY --from=build --chown=65532:65532 /out/data /tmp
USER 65532:65532
WORKDIR /data
VOLUME /data
ENV ZAYAVKA_HTTP_LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=6s --start-period=20s CMD ["/usr/local/bin/zayavka", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/zayavka"]
CMD ["serve"]
