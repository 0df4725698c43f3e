// The API's own description, with a form for each call.
window.SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  // Without this the address of what is looked at would go to a validator on the internet.
  validatorUrl: null,
});
