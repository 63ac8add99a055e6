FROM node:20-bookworm AS build
WORKDIR /phitak
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /phitak
COPY --from=build /phitak/package.json ./
COPY --from=build /phitak/node_modules ./node_modules
COPY --from=build /phitak/dist ./dist
COPY --from=build /phitak/config ./config
COPY --from=build /phitak/src/layout/assets ./src/layout/assets
# Sealed evidence lies here: mount a volume that all web servers share.
RUN mkdir data && chown node:node data
USER node
EXPOSE 3000
CMD ["node", "dist/src/main.js"]
