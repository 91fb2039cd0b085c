package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// bucket keeps contents in an S3-compatible store.
type bucket struct {
	client *minio.Client
	http   *http.Transport
	name   string
	prefix string
}

const (
	defaultEndpoint = "s3.amazonaws.com"
	defaultRegion   = "us-east-1"
	triesOfStore    = 3
)

func newBucket(address string, keys Keys) (*bucket, error) {
	parsed, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, errors.New("is not an address such as s3://bucket/prefix?endpoint=s3.example.com&region=eu-1")
	case parsed.User != nil:
		return nil, errors.New("the keys belong into files.access_key and files.secret_key, not into the address")
	case parsed.Host == "":
		return nil, errors.New("name a bucket, as in s3://bucket?endpoint=s3.example.com")
	}
	endpoint, region, secure := defaultEndpoint, defaultRegion, true
	for name, values := range parsed.Query() {
		value := values[0]
		switch name {
		case "endpoint":
			host, isPlain := strings.CutPrefix(value, "http://")
			endpoint = strings.Trim(strings.TrimPrefix(host, "https://"), "/")
			secure = secure && !isPlain
		case "region":
			region = value
		case "insecure":
			plain, err := strconv.ParseBool(value)
			if err != nil {
				return nil, errors.New("insecure is true or false")
			}
			secure = secure && !plain
		default:
			return nil, fmt.Errorf("%q is none of endpoint, region, insecure", name)
		}
	}
	transport, err := minio.DefaultTransport(secure)
	if err != nil {
		return nil, fmt.Errorf("prepare connections to the bucket: %w", err)
	}
	client, err := minio.New(endpoint, &minio.Options{
		// In this order, of which those that are empty are passed over; nothing is asked for over the network.
		Creds: credentials.NewChainCredentials([]credentials.Provider{
			&credentials.Static{Value: credentials.Value{AccessKeyID: keys.Access, SecretAccessKey: keys.Secret, SignerType: credentials.SignatureV4}},
			&credentials.EnvAWS{}, &credentials.EnvMinio{}, &credentials.FileAWSCredentials{},
		}),
		Secure: secure, Region: region, Transport: transport, MaxRetries: triesOfStore,
	})
	if err != nil {
		return nil, fmt.Errorf("endpoint: %w", err)
	}
	return &bucket{client: client, http: transport, name: parsed.Host, prefix: strings.Trim(parsed.Path, "/")}, nil
}

func (b *bucket) key(key string) string { return path.Join(b.prefix, key) }

func (b *bucket) spool() (*os.File, error) { return os.CreateTemp("", "zayavka-file-") }

func (b *bucket) put(ctx context.Context, key string, file *os.File, size int64) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	// One request puts all of it or nothing; a store gives no object out before it is whole.
	_, err := b.client.PutObject(ctx, b.name, b.key(key), file, size, minio.PutObjectOptions{DisableMultipart: true})
	return err
}

func (b *bucket) open(ctx context.Context, key string) (io.ReadSeekCloser, int64, error) {
	object, err := b.client.GetObject(ctx, b.name, b.key(key), minio.GetObjectOptions{})
	if err != nil {
		return nil, 0, absentOr(err)
	}
	info, err := object.Stat()
	if err != nil {
		return nil, 0, errors.Join(absentOr(err), object.Close())
	}
	return object, info.Size, nil
}

func (b *bucket) has(ctx context.Context, key string) (bool, error) {
	_, err := b.client.StatObject(ctx, b.name, b.key(key), minio.StatObjectOptions{})
	if errors.Is(absentOr(err), ErrMissing) {
		return false, nil
	}
	return err == nil, err
}

func (b *bucket) delete(ctx context.Context, key string) error {
	err := b.client.RemoveObject(ctx, b.name, b.key(key), minio.RemoveObjectOptions{})
	if errors.Is(absentOr(err), ErrMissing) {
		return nil
	}
	return err
}

func (b *bucket) list(ctx context.Context, each func(key string, size int64)) error {
	prefix := b.prefix
	if prefix != "" {
		prefix += "/"
	}
	for object := range b.client.ListObjectsIter(ctx, b.name, minio.ListObjectsOptions{Prefix: prefix, Recursive: true}) {
		if object.Err != nil {
			return object.Err
		}
		each(strings.TrimPrefix(object.Key, prefix), object.Size)
	}
	return nil
}

func (b *bucket) ready(ctx context.Context) error {
	exists, err := b.client.BucketExists(ctx, b.name)
	switch {
	case err != nil:
		return fmt.Errorf("the bucket cannot be reached: %w", err)
	case !exists:
		return fmt.Errorf("there is no bucket %q", b.name)
	}
	return nil
}

func (b *bucket) close() { b.http.CloseIdleConnections() }

func absentOr(err error) error {
	if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
		return ErrMissing
	}
	return err
}
