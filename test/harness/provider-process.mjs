// A real OpenID provider in a process of its own, at the edge of the world: whoever signs in there with a name has it.
// node provider-process.mjs PORT REDIRECT_URI
import { Provider } from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'phitak',
      client_secret: 'a secret of the test, and of nothing else',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  cookies: { keys: ['a key of the test'] },
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  conformIdTokenClaims: false,
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: `id-of-${id}`, preferred_username: id }) }),
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
