// A receiver of webhooks that trusts nothing but the signature, by the library of Standard Webhooks.
// It prints the address at which it listens, then a line of JSON for each request: the message that
// was verified, or why it was refused. The secret comes as the first line of its input, because it
// is known only after the address.
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { Webhook } from 'standardwebhooks'

const secret = new Promise((resolve) => createInterface({ input: process.stdin }).once('line', resolve))

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (part) => (body += part))
  request.on('end', async () => {
    try {
      const message = new Webhook(await secret).verify(body, request.headers)
      console.log(JSON.stringify({ id: request.headers['webhook-id'], message }))
      response.writeHead(204).end()
    } catch (error) {
      console.log(JSON.stringify({ refused: error.message }))
      response.writeHead(401).end()
    }
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
