// Runs the public audit suite for GraphQL over HTTP against the address given and prints each
// audit's outcome as one JSON array: [{"id", "name", "status", "reason"}].
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
